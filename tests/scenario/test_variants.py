"""One file with a switch: what each variant is, and where a problem in one of them stands."""

import pickle
import re

import pytest

from simulator.engine import run
from simulator.errors import DrillError
from simulator.scenario import Scenario, check_file, decision_sets, load, load_decisions, shipped
from simulator.scenario.files import SHIPPED, parted
from simulator.scenario.variants import resolved
from simulator.score import scenario_of
from tests.builders import DECISIONS, SCENARIO, a_scenario_file
from tests.scenario.test_hostile_files import broken

VARIANTS = """\
variants:
  - id: alone
    title: {fr: Seul, en: Alone}
    about: {fr: Le serveur est à nous., en: The server is ours.}
  - id: linked
    title: {fr: Relié, en: Linked}
    about: {fr: Le serveur est partagé., en: The server is shared.}
fictional: true
"""
NEAR_LEAK = """\
  - id: near
    only: [linked]
    topic: cause
    text: {fr: Par le voisin, en: Through the neighbour}
    known_at: T+3h
  - id: how-many
"""
SWITCHED = (
    SCENARIO.replace("fictional: true\n", VARIANTS)
    .replace("horizon: 2 d", "horizon: {by_variant: {alone: 2 d, linked: 3 d}}")
    .replace("people: 2000}", "people: {by_variant: {alone: 2000, linked: 9000}}}")
    .replace("  - id: how-many\n", NEAR_LEAK)
)
PLAN = DECISIONS.replace(
    "  - {id: inside, at",
    "  - {id: watch, at: T+1h, do: monitor_media, only: linked}\n  - {id: inside, at",
).replace(
    "if_known: [how-many]",
    "if_known: {by_variant: {alone: [how-many], linked: [how-many, near]}}",
)


@pytest.fixture
def folder(tmp_path):
    """A folder with a scenario in two variants and a plan for both."""
    a_scenario_file(tmp_path, SWITCHED)
    (tmp_path / "decisions" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def problems(folder, old, new, text=SWITCHED):
    """Return what is said, in English, of the scenario with a passage changed."""
    assert old in text, old
    file = a_scenario_file(folder, text.replace(old, new, 1))
    return [problem.say("en").removeprefix(f"{file}:") for problem in check_file(file)]


def line_of(words, text=SWITCHED):
    """Return the line of the file on which words stand."""
    return 1 + text[: text.index(words)].count("\n")


def test_first_variant_is_the_usual_one(folder):
    """An id alone must play something."""
    assert load(folder) == load(f"{folder}:alone")
    assert load(folder).variant == "alone"


def test_variant_has_its_own_values(folder):
    """Two cases, one file."""
    alone, linked = load(folder), load(f"{folder}:linked")
    assert (alone.horizon, linked.horizon) == (2 * 1440, 3 * 1440)
    assert (alone.audiences[1].people, linked.audiences[1].people) == (2000, 9000)
    assert "near" not in {fact.id for fact in alone.facts}
    assert "near" in {fact.id for fact in linked.facts}
    assert alone.id == linked.id == "small-breach"


def test_file_may_be_named_with_its_variant(folder):
    """A path is as good as a folder."""
    assert load(f"{folder}/scenario.yaml:linked") == load(folder / "scenario.yaml:linked")
    assert load(folder / "scenario.yaml:linked").variant == "linked"


def test_full_title_names_the_variant(folder):
    """A report must say which case it is about."""
    title = load(f"{folder}:linked").full_title
    assert (title.fr, title.en) == ("Une petite fuite · Relié", "A small leak · Linked")


def test_scenario_without_variants_has_none(tmp_path):
    """Most files hold one case."""
    scenario = load(a_scenario_file(tmp_path))
    assert (scenario.variants, scenario.variant) == ((), None)
    assert scenario.full_title == scenario.title


def test_decisions_follow_the_variant(folder):
    """A plan is written once as well."""
    plans = [load_decisions(load(f"{folder}:{name}"), "plan") for name in ("alone", "linked")]
    assert [len(plan) for plan in plans] == [7, 8]
    told = [next(d.if_known for d in plan if d.id == "first-word") for plan in plans]
    assert told == [("how-many",), ("how-many", "near")]


def test_sets_of_a_variant_are_those_of_the_file(folder):
    """Completion asks for them with what was typed."""
    assert decision_sets(f"{folder}:linked") == ("plan",)


def test_journal_keeps_the_variant(folder):
    """An exercise scored again must be the same case."""
    scenario = load(f"{folder}:linked")
    again = scenario_of(run(scenario, load_decisions(scenario, "plan"), 1))
    assert again == scenario
    assert again.full_title.en == "A small leak · Linked"
    assert [d.id for d in load_decisions(again, folder / "decisions" / "plan.yaml")].count("watch")


def test_loaded_variant_travels(folder):
    """Workers receive scenarios from other processes."""
    scenario = pickle.loads(pickle.dumps(load(f"{folder}:linked")))
    assert scenario.variant == "linked"
    assert decision_sets(scenario) == ("plan",)


def test_unknown_variant_is_told_what_there_is(folder):
    """A mistyped name is the most common mistake."""
    with pytest.raises(
        DrillError, match=r"no variant 'linkd'; did you mean 'linked'.*alone, linked"
    ):
        load(f"{folder}:linkd")
    with pytest.raises(DrillError, match="gemalto-2015 has no variant 'x'"):
        load("gemalto-2015:x")
    with pytest.raises(DrillError, match="did you mean 'gemalto-2015'"):
        load("gemalto-201:x")


@pytest.mark.parametrize("given", ["gemalto-2015", "my.case:d/scenario.yaml", ":linked", r"a:\b"])
def test_colon_elsewhere_names_no_variant(given):
    """Paths have colons of their own."""
    assert parted(given) == (given, None)


def test_file_with_a_colon_in_its_name_loads(folder):
    """What is there is what was meant."""
    (folder / "a:b.yaml").write_text(SWITCHED, encoding="utf-8")
    assert load(f"{folder}/a:b.yaml").variant == "alone"
    assert load(f"{folder}/a:b.yaml:linked").variant == "linked"


def test_both_variants_are_checked(folder):
    """A file that checks can be played in all its variants."""
    assert check_file(folder) == check_file(folder / "decisions" / "plan.yaml") == []


@pytest.mark.parametrize("name", shipped())
def test_shipped_scenario_checks_in_all_variants(name):
    """Loading tries the first only."""
    assert check_file(SHIPPED / name) == []


def test_problem_of_one_variant_names_it(folder):
    """The author would not see it when playing the other."""
    (said,) = problems(folder, "linked: 3 d", "linked: 61 d")
    line = line_of("horizon:")
    assert said.startswith(f"{line}:")
    assert "horizon.by_variant.linked: " in said
    assert said.endswith("at most 60 days ('3 d') (variant linked)")


def test_problem_of_all_variants_is_said_once(folder):
    """Twice the same line would look like two mistakes."""
    (said,) = problems(folder, "breaks_with: scoop", "breaks_with: scop")
    assert "(variant" not in said


def test_place_is_right_below_what_is_left_out(folder):
    """In the variant without it, facts[2] of the file is the second fact."""
    (said,) = problems(folder, "investigation: logs", "investigation: log")
    assert said.startswith(f"{line_of('investigation: logs')}:5: facts[2].investigation: 'log'")


def test_unused_variant_does_not_stop_the_other(tmp_path):
    """Half-written variants are played while the other is being written."""
    file = a_scenario_file(tmp_path, SWITCHED.replace("linked: 3 d", "linked: 61 d"))
    assert load(file).variant == "alone"
    with pytest.raises(DrillError, match="at most 60 days"):
        load(f"{file}:linked")


def test_plan_is_checked_in_every_variant(folder):
    """A fact of one variant cannot be told in the other."""
    plan = folder / "decisions" / "plan.yaml"
    plan.write_text(PLAN.replace("alone: [how-many]", "alone: [near]"), encoding="utf-8")
    (problem,) = check_file(plan)
    assert problem.path[-4:] == ("if_known", "by_variant", "alone", 0)
    assert problem.say("fr").endswith("(variante alone)")
    assert check_file(folder) == [problem]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("only: [linked]", "only: [linkd]", "facts[1].only[0]: 'linkd' is not among the variants;"),
        ("only: [linked]", "only: linkd", "facts[1].only: 'linkd' is not among the variants; did"),
        ("only: [linked]", "only: []", "no variant keeps it"),
        ("only: [linked]", "only: 3", "3 is not the id of a variant"),
        ("only: [linked]", "only: [[linked]]", "is not the id of a variant"),
        ("only: [linked]", "only: [linked, linked]", "is already given above"),
        ("linked: 3 d", "lonely: 3 d", "a value is missing for linked"),
        ("linked: 3 d", "lonely: 3 d", "'lonely' is not among the variants"),
        (", linked: 3 d", "", "horizon.by_variant: a value is missing for linked"),
        ("{alone: 2 d, linked: 3 d}", "[2 d, 3 d]", "instead of a value for each variant"),
        ("{alone: 2 d, linked: 3 d}", "{}", "a value is missing for alone, linked"),
        ("3 d}}", "3 d}, else: 2 d}", "horizon.else: nothing may stand beside 'by_variant'"),
        ("  - id: linked\n", "  - id: alone\n", "variants[1].id: 'alone' is already given"),
        ("  - id: linked\n", "  - id: A b\n", "variants[1].id: 'A b' is not an id"),
        ("about: {fr: Le serveur est à", "abut: {fr: Le serveur est à", "did you mean 'about'"),
        ("fictional: true", "variant: alone\nfictional: true", "chosen when playing"),
        ("id: small-breach", "id: {by_variant: {alone: a, linked: b}}", "is not a text"),
        ("format: 1", "only: linked\nformat: 1", "only: there is no such key here"),
        ("story:\n", "story:\n  only: linked\n", "story.only: there is no such key here"),
    ],
)
def test_wrong_switch_is_explained(tmp_path, old, new, words):
    """With its place, what is allowed and what to do, like everything else."""
    said = problems(tmp_path, old, new)
    assert any(words in line for line in said), said
    assert all(re.match(r"\d+:\d+: ", line) for line in said)


def test_single_variant_is_refused(tmp_path):
    """A switch with one position is none."""
    start, end = SWITCHED.index("  - id: linked"), SWITCHED.index("fictional")
    text = SWITCHED[:start] + SWITCHED[end:]
    assert "give at least two" in problems(tmp_path, "format: 1", "format: 1", text)[0]


def test_switch_needs_variants(tmp_path):
    """A word without its list would silently do nothing."""
    said = problems(tmp_path, "topic: nature", "only: linked\n    topic: nature", SCENARIO)
    assert len(said) == 1
    assert "facts[0].only: the scenario has no variants" in said[0]
    (said,) = problems(tmp_path, "horizon: 2 d", "horizon: {by_variant: {a: 2 d}}", SCENARIO)
    assert "horizon.by_variant: the scenario has no variants" in said


def test_switch_in_a_plan_needs_variants(tmp_path):
    """The scenario decides."""
    scenario = load(a_scenario_file(tmp_path))
    (tmp_path / "decisions" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(DrillError, match=r"decisions\[5\]\.only: the scenario has no variants"):
        load_decisions(scenario, "plan")


def test_lone_plan_may_have_variants(tmp_path):
    """There is no scenario to say which exist."""
    (tmp_path / "x.yaml").write_text(PLAN, encoding="utf-8")
    assert check_file(tmp_path / "x.yaml") == []
    (tmp_path / "x.yaml").write_text(PLAN.replace("linked: [how", "x: [how"), encoding="utf-8")
    assert "missing for linked" in check_file(tmp_path / "x.yaml")[0].say("en")


def test_nested_choices_are_resolved():
    """A group chosen by variant may hold a list with items of its own."""
    data = {"a": {"by_variant": {"x": [{"only": "y"}, {"b": {"by_variant": {"x": 1, "y": 2}}}]}}}
    document = resolved(data, ("x", "y"), "x")
    assert document.data == {"a": [{"b": 1}]}
    assert document.origin(("a", 0, "b")) == ("a", "by_variant", "x", 1, "b", "by_variant", "x")


def test_document_without_switch_is_left_alone():
    """Most files pay nothing."""
    data = {"a": [1, {"b": 2}]}
    document = resolved(data, (), None)
    assert document.data is data
    assert document.origin(("a", 1, "b")) == ("a", 1, "b")


def test_dumped_scenario_is_resolved(folder):
    """Nothing after the loader knows of the switch."""
    text = load(f"{folder}:linked").model_dump_json()
    assert "by_variant" not in text
    assert '"only"' not in text
    assert Scenario.model_validate_json(text).variant == "linked"


@pytest.mark.slow
def test_broken_variants_are_explained(folder):
    """Whatever an author does to the switch, the answer is a line number and a sentence."""
    tried, unfairly = broken(folder, SWITCHED, None, every=3)
    assert tried > 200
    assert unfairly == []
    assert broken(folder, PLAN, load(f"{folder}:linked"), every=3)[1] == []


HOSTILE = {
    "many": "variants: [" + ", ".join(f"{{id: v{n}}}" for n in range(1000)) + "]",
    "deep": "a: " + "{by_variant: {x: " * 18 + "1" + "}}" * 18,
    "text": "variants: alone",
    "group": "variants: {alone: {id: alone}}",
    "numbers": "variants: [1, 2]",
    "null": "variants: ~",
    "id is a list": "variants: [{id: [alone]}, {id: {a: b}}]",
    "choice is null": "horizon: {by_variant: ~}",
    "root": "by_variant: {alone: {format: 1}}",
    "only everywhere": "facts: [" + "{only: x}, " * 1000 + "]",
    "choices everywhere": "facts: [" + "{by_variant: {x: 1}}, " * 1000 + "]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_variants_are_explained(tmp_path, name):
    """The worst of them, in every run, as a scenario and as a plan."""
    file = tmp_path / "x.yaml"
    for text in (HOSTILE[name], HOSTILE[name] + "\ndecisions: []"):
        file.write_text(text, encoding="utf-8")
        found = check_file(file)
        assert 0 < len(found) <= 101
        assert all(problem.line >= 1 for problem in found)
        with pytest.raises(DrillError):
            load(f"{file}:x")
