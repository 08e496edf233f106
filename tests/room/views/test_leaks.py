"""A player sees what the team can know, and nothing else."""

import json
from itertools import pairwise

import pytest

from simulator.engine import Exercise
from simulator.journal.entries import FactCameOut, FactKnown, InjectGiven
from simulator.room.views import Sight, desk, until, wall
from simulator.scenario import decision_sets
from simulator.scenario import shipped as shipped_cases
from simulator.scenario.decisions import Publish
from simulator.scenario.files import parted
from simulator.text import LANGUAGES, spaced
from tests.room.views.moments import EYES, SMALL, VOICES, journal, shipped, sight

HOURS = (0, 1, 3, 8, 20, 31, 50, 75, 100, 140, 190)
SECRETS = {
    "truth", "certainty", "denies", "rests_on", "comes_out_at", "worst_version", "expects",
    "objective", "belief", "heat", "vacuum", "questions_open", "trust", "misled", "unless",
}  # fmt: skip


def keys(value):
    """Return every key in some JSON."""
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys(item)}
    return {key for item in value for key in keys(item)} if isinstance(value, list) else set()


def faces(look):
    """Return what a team's players and its wall show."""
    return {"desk": desk(look), "wall": wall(look)}


def texts(text):
    """Return a text as a screen may show it; half a sentence would already tell."""
    return [spaced(text.fr)[:60], text.en[:60]]


def hidden(scenario, played):
    """Return what nobody on the team can know yet, as screens would show it."""
    told = {entry.fact for entry in played.of(FactKnown)}
    told |= {entry.fact for entry in played.of(FactCameOut)}
    given = {entry.inject for entry in played.of(InjectGiven)}
    found = [text for fact in scenario.facts if fact.id not in told for text in texts(fact.text)]
    for inject in scenario.injects:
        found += texts(inject.title) if inject.id not in given else []
        found += texts(inject.expects) if inject.expects else []
    # What injects say may be what a fact, or another inject, says too.
    seen = " ".join(spaced(i.text.fr) + i.text.en + spaced(i.title.fr) + i.title.en
                    for i in scenario.injects if i.id in given)  # fmt: skip
    return [*(text for text in found if text not in seen), *texts(scenario.story.worst_version)]


def walk(case, plan, hours):
    """Look at a run from both faces, hour after hour, and return what leaked."""
    scenario, played = shipped(case, plan)
    for hour in hours:
        so_far = until(played, 60 * hour)
        for language in LANGUAGES:
            shown = faces(Sight(scenario, so_far, 60 * hour, language))
            assert not keys(shown) & SECRETS, (case, plan, hour)
            said = json.dumps(shown, ensure_ascii=False)
            leaks = [text for text in hidden(scenario, so_far) if text in said]
            assert not leaks, (case, plan, hour, language)


def every_plan():
    """Return every shipped case with each of its plans."""
    return [(case, plan) for case in shipped_cases() for plan in decision_sets(case)]


def test_nothing_leaks_at_gemalto():
    """A screen that shows a fact before the inquiry finds it has ended the exercise."""
    walk("gemalto-2015", "exemplary", HOURS[::2])


@pytest.mark.slow
@pytest.mark.parametrize(("case", "plan"), every_plan())
def test_nothing_leaks_anywhere(case, plan):
    """The same for every case, plan and language."""
    walk(case, plan, HOURS)


def test_all_plans_are_walked():
    """An empty list would pass in silence."""
    assert len({parted(case)[0] for case, _plan in every_plan()}) == 6
    assert all(earlier < later for earlier, later in pairwise(HOURS))


@pytest.mark.parametrize("truth", ["true", "unproven"])
def test_truth_of_a_claim_shows_nowhere(truth):
    """Whether a claim is true is the scenario's secret until the world finds out."""
    claims = [c.model_copy(update={"truth": truth}) for c in SMALL.claims]
    other = SMALL.model_copy(update={"claims": tuple(claims)})
    played = journal(EYES, VOICES, until=400)
    assert faces(Sight(SMALL, played, 400, "en")) == faces(Sight(other, played, 400, "en"))


def test_a_refusal_names_no_secret():
    """A wrong name is refused with those allowed; facts nobody established have names too."""
    wrong = Publish(id="d", at=30.0, do="publish", channels=("press_release",), facts=("none",))
    exercise = Exercise(SMALL, 7, [wrong])
    exercise.advance(60)
    log = desk(Sight(SMALL, exercise.journal, 60, "en"))["log"]
    refused = next(line["text"] for line in log if line["kind"] == "refused")
    assert "'none'" in refused
    assert "how-many" not in refused


def test_a_line_to_take_names_no_secret():
    """It may hope for facts that are not established yet."""
    line = {"do": "set_line", "at": 30, "if_known": ["how-many"]}
    assert "2,000" not in json.dumps(faces(sight(line, until=60)))


def test_looking_later_shows_no_more():
    """A whole journal seen at an early minute is that minute."""
    whole, early = journal(EYES, VOICES, until=900), journal(EYES, VOICES, until=301)
    assert faces(Sight(SMALL, whole, 301, "fr")) == faces(Sight(SMALL, early, 301, "fr"))
