import pickle

import pytest

from simulator.errors import DrillError
from simulator.scenario import (
    Scenario,
    check_file,
    decision_sets,
    kind_of,
    load,
    load_decisions,
    shipped,
)
from tests.builders import DECISIONS, SCENARIO, a_scenario, a_scenario_file, decided, document

HOUR = 60


def refused(folder, old, new, text=SCENARIO):
    """Return what is said, in English, of the scenario with a passage changed."""
    assert old in text
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(folder, text.replace(old, new, 1)))
    return str(caught.value)


def test_valid_scenario_loads(tmp_path):
    """The path every exercise begins with."""
    assert load(a_scenario_file(tmp_path)).breaks == 2.5 * HOUR


def test_folder_loads_as_its_file(tmp_path):
    """A scenario is a folder to those who copy it."""
    assert load(a_scenario_file(tmp_path).parent) == a_scenario()


def test_scenario_survives_its_own_json():
    """The journal carries the scenario; a later scoring must see the same one."""
    scenario = a_scenario()
    assert Scenario.model_validate_json(scenario.model_dump_json()) == scenario


def test_scenario_survives_pickling(tmp_path):
    """Replications run in other processes."""
    scenario = load(a_scenario_file(tmp_path))
    copy = pickle.loads(pickle.dumps(scenario))
    assert (copy, decision_sets(copy)) == (scenario, ("plan",))


def test_computed_parts_change_nothing():
    """A scenario that was used equals one that was not."""
    used, fresh = a_scenario(), a_scenario()
    assert used.clock.local(0).hour == 18
    assert sum(used.weights.values()) == 9
    assert (used, used.model_dump_json()) == (fresh, fresh.model_dump_json())


def test_decisions_come_by_time():
    """The engine takes them one after the other."""
    times = [decision.at for decision in decided(a_scenario())]
    assert times == [40, 45, 50, 165, 180, 20 * HOUR, 25 * HOUR]


def test_decisions_at_once_keep_their_order():
    """Two acts at the same minute happen as they were written."""
    order = decided(a_scenario(), *({"do": "monitor_media", "at": 5} for _ in range(9)))
    assert [decision.id for decision in order] == [f"d{n}" for n in range(9)]


def test_decisions_know_their_set(tmp_path):
    """Reports name the plan that was played."""
    scenario = load(a_scenario_file(tmp_path))
    assert {decision.origin for decision in load_decisions(scenario, "plan")} == {"plan"}


def test_decision_times_are_whole_seconds():
    """A decision is rounded once, when it is taken."""
    (decision,) = decided(a_scenario(), {"do": "monitor_media", "at": 1.00001})
    assert decision.at == 1


def test_unknown_set_names_the_nearest(tmp_path):
    """A typing error on the command line is put right at a glance."""
    scenario = load(a_scenario_file(tmp_path))
    with pytest.raises(DrillError, match=r"no decision set is called 'plam'; did you mean 'plan'"):
        load_decisions(scenario, "plam")


def test_unknown_scenario_lists_what_exists():
    """Nobody should have to look into the package."""
    with pytest.raises(DrillError, match="no scenario is called 'gemalto'") as caught:
        load("gemalto")
    assert all(name in str(caught.value) for name in shipped())


@pytest.mark.parametrize("name", shipped())
def test_shipped_scenario_loads_with_its_sets(name):
    """What we ship is the first thing anybody tries."""
    scenario = load(name)
    assert scenario.id == name
    assert {"silence", "exemplary"} <= set(decision_sets(scenario)) == set(decision_sets(name))
    assert all(load_decisions(scenario, plan) is not None for plan in decision_sets(name))


def test_all_problems_come_at_once(tmp_path):
    """Authors mend a file in one go, reading from top to bottom."""
    text = SCENARIO.replace("role: communication", "role: king").replace(
        "horizon: 2 d", "horizn: 2"
    )
    said = refused(tmp_path, "weight", "weight", text + "extra: weight\n")
    lines = [int(line.split(":")[1]) for line in said.splitlines()]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_problem_says_file_line_and_remedy(tmp_path):
    """An editor jumps to the place; a reader knows what to write."""
    said = refused(tmp_path, "topic: scope", "tpic: scope")
    assert f"{tmp_path}/scenario.yaml:46:5: facts[1].tpic: there is no such key here" in said
    assert "did you mean 'topic'? Allowed: id, topic, text" in said


def test_problem_is_said_in_french(tmp_path):
    """Half of the authors read French."""
    file = a_scenario_file(tmp_path, SCENARIO.replace("role: communication", "role: king"))
    with pytest.raises(DrillError) as caught:
        load(file)
    assert "'king' n'est pas permis ici. Permis\u00a0: communication" in caught.value.say("fr")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format: 1", "format: 2", "format: 2 is too large; it must be at most 1"),
        ("format: 1", "format: one", "'one' is not a whole number"),
        ("format: 1", "format: 1.5", "1.5 is not a whole number"),
        ("fictional: true", "fictional: yes", "'yes' is neither true nor false"),
        ("title: {fr: Une petite fuite, en: A small leak}", "title: Leak", "Keys allowed: fr, en"),
        ("title: {fr: Une petite fuite,", "title: {", "title.fr: this key is missing"),
        ("name: Petite Maison", "name: 12", "12 is not a text"),
        ("name: Petite Maison", "name: ''", "'' is too short"),
        ("name: Petite Maison", f"name: {'x' * 201}", "200 characters at most"),
        ("id: small-breach", "id: Small Breach", "'Small Breach' is not an id"),
        ("untrue_share: 0.6", "untrue_share: 1.2", "it must be at most 1"),
        ("untrue_share: 0.6", "untrue_share: -1", "it must be at least 0"),
        ("untrue_share: 0.6", "untrue_share: most", "'most' is not a number"),
        ("criteria: [first_word]", "criteria: first_word", "instead of a list"),
        ("criteria: [first_word]", "criteria: []", "at least 1 needed"),
        ("criteria: [first_word]", "criteria: null", "nothing (null) instead of a list"),
        ("horizon: 2 d", "horizon: 2 weeks", "'2 weeks' is not a length of time"),
        ("horizon: 2 d", "horizon: -5", "-5 is too small"),
        ("at: 30", "at: noon", "'noon' is not a time"),
        ("at: 30", "at: [30]", "is not a length of time"),
        ("listed: {", "listed: [", "a bracket or a brace is not closed"),
        ("listed: {share", "listed: {opens: 24, share", "it must be less than 24"),
        ("unless: {decided: publish}", "unless: {decided: publsh}", "did you mean 'publish'"),
        ("unless: {decided", "unless: {belief_above: [], decided", "instead of a group of keys"),
        ("unless: {decided", "unless: {belief_above: {}, decided", "at least 1 needed"),
        ("unless: {decided", "unless: {belief_above: {A b: 1}, decided", "'A b' is not an id"),
        ("Europe/Paris", "Europe/Pari", "timezone: 'Europe/Pari' is not a time zone"),
        ("Europe/Paris", "Europe", "'Europe' is not a time zone"),
        ("Europe/Paris", "localtime", "'localtime' is not a time zone"),
        ("Europe/Paris", "/etc/passwd", "is not a time zone"),
        ("Europe/Paris", "../../etc/passwd", "is not a time zone"),
        ("start: 2015-02-19 18:00", "start: tomorrow", "start: 'tomorrow' is not a date"),
        ("start: 2015-02-19 18:00", "start: 2015-02-30 18:00", "is not in the calendar"),
        ("start: 2015-02-19 18:00", "start: 2015-03-29 02:30", "the clocks go forward"),
        ("start: 2015-02-19 18:00", "start: 2015-10-25 02:30", "happens twice"),
        ("start: 2015-02-19 18:00", "start: 9999-12-31 18:00", "a year from 1970 to 2100"),
        ("start: 2015-02-19 18:00", "start: 0001-01-01 00:00", "start: "),
    ],
)
def test_wrong_value_is_explained(tmp_path, old, new, words):
    """Each kind of error has a sentence of ours, never the machinery's."""
    assert words in refused(tmp_path, old, new)


def test_given_values_are_safe_to_print(tmp_path):
    """A hostile file must not rewrite the terminal, nor fill it."""
    said = refused(tmp_path, "kind: local", f'kind: "\\u202e{"x" * 1000}"')
    (line,) = said.splitlines()
    assert r"'\u202exxx" in line
    assert len(line) < 400


def test_hundred_problems_are_enough(tmp_path):
    """Nobody reads a thousand lines; the number left is said."""
    file = a_scenario_file(tmp_path, SCENARIO + "".join(f"k{n}: 1\n" for n in range(250)))
    with pytest.raises(DrillError, match="and 150 more problems") as caught:
        load(file)
    assert len(caught.value.problems) == 101


def test_sets_are_found_beside_their_scenario(tmp_path):
    """A scenario of one's own brings its plans along."""
    assert decision_sets(a_scenario_file(tmp_path)) == ("plan",)
    assert decision_sets(load(tmp_path)) == ("plan",)


def test_scenario_without_folder_has_no_sets():
    """One that came out of a journal cannot know where its file was."""
    scenario = Scenario.model_validate_json(a_scenario().model_dump_json())
    assert decision_sets(scenario) == ()
    with pytest.raises(DrillError, match="none"):
        load_decisions(scenario, "plan")


def test_checking_accepts_what_loads(tmp_path):
    """`cellule check` is silent when all is well."""
    file = a_scenario_file(tmp_path)
    assert [check_file(path) for path in (file, tmp_path, tmp_path / "decisions/plan.yaml")] == [
        []
    ] * 3


def test_checking_a_set_uses_its_scenario(tmp_path):
    """An unknown fact is only unknown in some scenario."""
    plan = a_scenario_file(tmp_path).parent / "decisions" / "plan.yaml"
    plan.write_text(DECISIONS.replace("if_known: [how-many]", "if_known: [how-mony]"))
    (problem,) = check_file(plan)
    assert "did you mean 'how-many'" in problem.say("en")
    assert check_file(tmp_path) == [problem]


def test_checking_a_lone_set_checks_its_shape(tmp_path):
    """There is no scenario to hold it against."""
    (tmp_path / "x.yaml").write_text(DECISIONS.replace("[leaked]", "[anything]"))
    assert check_file(tmp_path / "x.yaml") == []
    (tmp_path / "x.yaml").write_text(DECISIONS.replace("do: publish", "do: shout"))
    assert "'shout' is no decision" in check_file(tmp_path / "x.yaml")[0].say("en")


def test_kind_is_told_by_the_keys(tmp_path):
    """The command line says what it has checked."""
    file = a_scenario_file(tmp_path)
    plan = tmp_path / "decisions" / "plan.yaml"
    assert (kind_of(file), kind_of(plan)) == ("scenario", "decisions")


def test_builders_change_one_key():
    """Other tests rely on it."""
    assert a_scenario(horizon="3 d") == a_scenario(horizon=4320) != a_scenario()
    assert document()["horizon"] == "2 d"


def test_a_source_named_once_serves_both_languages():
    """The title of a book has no translation."""
    (source,) = a_scenario(sources=[{"text": "ISO 22361:2022"}]).sources
    assert source.text.fr == source.text.en == "ISO 22361:2022"
