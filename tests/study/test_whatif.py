"""What if: single changes, ranked by what they are worth under the same luck."""

import re
from functools import cache

import pytest

from bench import plans
from reports.studies.effects import sentences
from reports.studies.study import study_of
from simulator.study import whatif as whatifs
from simulator.study.changes import Change
from simulator.study.compare import COMPARED
from simulator.study.intervals import Interval
from simulator.study.whatif import (
    BASE,
    RANKED,
    describe,
    effects,
    every_change,
    explore,
    whatif,
)
from simulator.study.workers import Alone, Processes
from simulator.text import LANGUAGES, Text
from tests.builders import decided
from tests.study.builders import PLAN, SMALL, Inventing, a_run

SEEDS = range(1, 7)


def a_change(name, plan=()):
    return Change(name, Text(fr=name, en=name), plan)


def runs_of(arm, *values, axis="reactivity"):
    return [a_run(arm, seed, **{axis: value}) for seed, value in enumerate(values)]


@cache
def in_gemalto(which):
    """Return what would have changed a plan of the Gemalto case."""
    scenario, plan = plans.scenario(), plans.plan(which)
    changes = every_change(scenario, plan, 1)
    return whatif(changes, list(explore(scenario, plan, changes, SEEDS, Processes(2))))


def ranked(found, value):
    return [effect.change.name for effect in found.ranked(value)]


def test_every_decision_is_tried_earlier_later_and_absent():
    """A team asks of each thing it did whether it mattered, and when."""
    names = [change.name for change in every_change(SMALL, PLAN, 1)]
    assert {f"first-word{how}" for how in ("+3h", "-absent")} <= set(names)
    assert {f"conference{how}" for how in ("-3h", "+3h", "-absent")} <= set(names)


def test_shift_out_of_the_exercise_is_not_tried():
    """Forty minutes after StartEx nothing can be three hours earlier."""
    names = {change.name for change in every_change(SMALL, PLAN, 1)}
    assert "cell+3h" in names
    assert "cell-3h" not in names


def test_no_two_changes_share_a_name():
    """Nor does one share that of the plan itself: their runs would be mixed."""
    names = [BASE, *(change.name for change in every_change(SMALL, PLAN, 1))]
    assert len(names) == len(set(names))


def test_silence_can_only_be_broken():
    """Where nothing was decided only doctrine has something to say."""
    assert all(change.plan for change in every_change(SMALL, (), 1))


def test_decision_is_told_by_what_when_and_id():
    """Two releases of one day are told apart."""
    (release,) = decided(
        SMALL, {"id": "word", "do": "publish", "at": "T+3h", "channels": ["press_release"]}
    )
    said = describe(SMALL, release)
    assert said.en.endswith("of 19/02 at 21:00 (word)")
    assert said.fr.endswith("du 19/02 à 21:00 (word)")
    assert "release" in said.en


def test_change_that_does_nothing_is_worth_nothing():
    """Exactly: the same plan under the same luck is the same run."""
    changes = [a_change("nothing", PLAN), a_change("silence")]
    found = whatif(changes, list(explore(SMALL, PLAN, changes, range(4), Alone())))
    none = next(e for e in found.effects if e.change.name == "nothing").difference
    assert none.values == dict.fromkeys(COMPARED, Interval(0.0, 0.0, 0.0))
    assert {name for value in RANKED for name in ranked(found, value)} == {"silence"}


def test_best_change_comes_first():
    """Points are gained upwards, believers downwards."""
    changes = [a_change(name) for name in ("some", "much", "harm")]
    for axis, scale in (("reactivity", 1.0), ("transparency", 9.0), ("belief", -0.01)):
        runs = runs_of(BASE, 50.0, 50.0, axis=axis)
        for name, worth in (("some", 1), ("much", 3), ("harm", -2)):
            runs += runs_of(name, 50.0 + worth * scale, 50.0 + worth * scale, axis=axis)
        assert ranked(whatif(changes, runs), axis) == ["much", "some", "harm"]


def test_what_may_be_luck_is_not_ranked():
    """Ten points up and ten down are no advice."""
    runs = [*runs_of(BASE, 50.0, 50.0, 50.0), *runs_of("wild", 60.0, 40.0, 51.0)]
    found = whatif([a_change("wild")], runs)
    assert [effect.change.name for effect in found.effects] == ["wild"]
    assert ranked(found, "reactivity") == []


def test_largest_effects_go_on(monkeypatch):
    """All changes over a few seeds, those that matter over all: nights are short."""
    monkeypatch.setattr(whatifs, "FEW", 2)
    monkeypatch.setattr(whatifs, "KEPT", 1)
    changes, by = [a_change("a"), a_change("a name that is worth more")], Inventing()
    found = whatif(changes, list(explore(SMALL, PLAN, changes, range(5), by)))
    seeds = {arm: [job.seed for job in by.asked if job.arm == arm] for arm in ("a", BASE)}
    assert seeds == {"a": [0, 1], BASE: [0, 1, 2, 3, 4]}
    assert (found.runs, found.tried, len(found.effects)) == (5, 2, 1)
    assert found.effects[0].change == changes[1]


def test_few_seeds_try_every_change():
    """A quick look sets nothing aside."""
    changes = [a_change(f"change-{n}") for n in range(whatifs.KEPT + 3)]
    runs = list(explore(SMALL, PLAN, changes, range(whatifs.FEW), Inventing()))
    assert len(whatif(changes, runs).effects) == len(changes)


def test_change_that_was_not_played_has_no_effect():
    """A study that was stopped early shows what it has."""
    changes = [a_change("played"), a_change("not")]
    runs = [*runs_of(BASE, 1.0), *runs_of("played", 2.0)]
    assert [effect.change.name for effect in effects(changes, runs)] == ["played"]


@pytest.mark.slow
def test_silence_should_have_spoken():
    """The first lesson of Gemalto's week: among the three best changes is to speak at all."""
    found = in_gemalto("silence")
    for value in RANKED:
        best = ranked(found, value)[:3]
        assert {name[:6] for name in best} >= {"speak-"}
        assert "speak-1h" in best, "and to speak early"


@pytest.mark.slow
def test_earlier_is_better_than_later():
    """The sooner the word, the more it is worth, on each axis and against the rumour."""
    found = in_gemalto("silence")
    for value in RANKED:
        names = ranked(found, value)
        assert names.index("speak-1h") < names.index("speak-24h")
    for value in ("reactivity", "belief"):
        spoken = [name for name in ranked(found, value) if name.startswith("speak-")]
        assert spoken == ["speak-1h", "speak-6h", "speak-24h"]


@pytest.mark.slow
def test_assuring_less_is_among_the_advice():
    """What experts held against the week's words is what the study finds."""
    found = in_gemalto("historical")
    for value in ("transparency", "belief"):
        assert "no-beyond" in ranked(found, value)[:3]
    (effect,) = [e for e in found.effects if e.change.name == "no-beyond"]
    assert effect.difference.values["transparency"].low > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("silence", {"fr": "Prendre la parole 1\u00a0h après", "en": "Speaking 1\u00a0h after"}),
        ("historical", {"fr": "n’affirmer que ce qui", "en": "asserting only what is established"}),
    ],
)
def test_board_reads_the_lesson_of_the_week(which, words):
    """The three sentences name it, in both languages, each number with its interval."""
    found = in_gemalto(which)
    for language in LANGUAGES:
        told = sentences(study_of(plans.scenario(), found.runs, language), found)
        assert len(told) == 3
        assert words[language] in " ".join(told)
        assert all(re.search(r"\((à|to|\d)[^()]*\d[^()]*\)", each) for each in told), told
