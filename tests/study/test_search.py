"""The search for the best plan: repeatable, within its budget, never for the worse."""

import sys
from dataclasses import replace
from functools import cache

import pytest

from simulator.engine import run
from simulator.errors import DrillError
from simulator.journal.entries import DecisionRefused
from simulator.scenario import decision_sets, load, load_decisions, shipped
from simulator.scenario.decisions import Message
from simulator.scenario.write import as_set, written
from simulator.study.budget import LEAST, shared_out
from simulator.study.compare import Difference
from simulator.study.confirm import confirm
from simulator.study.intervals import Interval
from simulator.study.knobs import SHIFTS, knobs
from simulator.study.search import Search, playable
from simulator.study.told import told
from simulator.study.turning import turned
from simulator.study.workers import Alone, Processes
from simulator.text import Text
from tests.builders import a_scenario, decided
from tests.study.builders import PLAN, SMALL, Inventing, Judging

NAME = Text(fr="Un plan : le nôtre", en="A plan: ours")
WORDED = decided(
    SMALL,
    {"id": "word", "do": "publish", "at": "T+3h", "channels": ["press_release"],
     "if_known": ["leaked"], "next_update": "T+9h", "note": {"fr": "Tôt.", "en": "Soon."},
     "text": {"fr": "Prochain point : 3 h.", "en": "Next update: 3 h."}},
    {"id": "more", "do": "publish", "at": "T+9h", "channels": ["social_account"]},
)  # fmt: skip


class Stopping(Judging):
    """Workers whose user presses Ctrl-C after so many runs."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def play(self, design, jobs):
        for made in super().play(design, jobs):
            if len(self.asked) > self.after:
                raise KeyboardInterrupt
            yield made


def searched(workers, runs=LEAST, seed=1, plan=PLAN):
    search = Search(SMALL, {"plan": plan}, shared_out(runs), seed, workers)
    search.run()
    return search


@cache
def played():
    """Return a search of the small case, played for real."""
    return searched(Alone(), 48)


def written_again(scenario, plan, folder):
    file = folder / "plan.yaml"
    file.write_text(written(scenario.clock, as_set(NAME, NAME, plan, "a: b")), encoding="utf-8")
    return load_decisions(scenario, file)


def anew(plan, origin="plan"):
    return tuple(decision.model_copy(update={"origin": origin}) for decision in plan)


@pytest.mark.parametrize("given", shipped())
def test_written_plan_is_read_as_it_was(tmp_path, given):
    """Texts, notes, times and all: a file is as good as the plan it holds."""
    scenario = load(given)
    for name in decision_sets(scenario):
        plan = load_decisions(scenario, name)
        assert written_again(scenario, plan, tmp_path) == anew(plan)


def test_hour_that_happens_twice_is_written(tmp_path):
    """In the night when clocks go back an hour alone would not say which."""
    scenario = a_scenario(start="2015-10-24 18:00", horizon="2 d", injects=_injects())
    plan = decided(scenario, {"do": "monitor_media", "at": 8.5 * 60}, {
        "do": "activate_cell", "at": 9.5 * 60})  # fmt: skip
    assert written_again(scenario, plan, tmp_path) == anew(plan)


def _injects():
    return [
        {"id": "scoop", "medium": "article", "sender": {"fr": "G", "en": "G"},
         "title": {"fr": "T", "en": "T"}, "text": {"fr": "T", "en": "T"}, "at": 60,
         "outlet": "gazette"},
    ]  # fmt: skip


def test_hard_words_survive_the_file(tmp_path):
    """What YAML might read as numbers, nothing, lists or comments is text here."""
    odd = 'no: # 1e5 "quoted"\n\n  - 12:30\u202f; null\u00a0!\n'
    plan = decided(SMALL, {"id": "1e5", "do": "monitor_media", "at": 1, "note": {
        "fr": odd, "en": "null"}}, {"id": "null", "do": "activate_cell", "at": 2.05})  # fmt: skip
    assert written_again(SMALL, plan, tmp_path) == anew(plan)


@pytest.mark.parametrize(
    "given", ["small-business:prepared", pytest.param("gemalto-2015", marks=pytest.mark.slow)]
)
def test_every_single_turn_can_be_played(given):
    """A knob whose choices the checker refuses would waste the budget."""
    scenario = load(given)
    start = load_decisions(scenario, "exemplary")
    for name, choices in knobs(scenario, start).items():
        if name.partition(":")[0] != "at":
            plan = turned(scenario, start, {name: choices[-1]})
            assert playable(scenario, plan), name


def test_nothing_turned_is_the_plan():
    """The search starts from what was given, texts and notes included."""
    assert turned(SMALL, WORDED, dict.fromkeys(knobs(SMALL, WORDED))) == WORDED


def test_shifts_stay_within_the_exercise():
    """A decision before StartEx or after EndEx is none."""
    assert set(knobs(SMALL, WORDED)["at:word"]) == {None, *SHIFTS} - {-360}


def test_promise_follows_the_word_it_announced():
    """Who moves the update moves the hour that was announced for it."""
    plan = turned(SMALL, WORDED, {"at:more": 60})
    assert plan[0].next_update == plan[1].at == 600
    assert turned(SMALL, WORDED, {"keep:more": "drop"})[0].next_update is None


@pytest.mark.parametrize(
    ("name", "choice", "kept"),
    [("at:word", 30, True), ("channels:word", "+direct_email", True), ("at:word", -30, False),
     ("facts:word", "bare", False), ("empathy", "everywhere", False), ("at:more", 60, False)],
)  # fmt: skip
def test_text_stays_only_where_it_is_true(name, choice, kept):
    """Not where facts, manner or announced hour changed, nor where it would come too soon."""
    word = next(d for d in turned(SMALL, WORDED, {name: choice}) if d.id == "word")
    assert isinstance(word, Message)
    assert (word.text is not None) == kept
    assert word.note is None


def test_same_seed_finds_the_same_plan():
    """What a search found can be shown again."""
    again = searched(Alone(), 48)
    assert again.found == played().found
    assert [*again.plans.items()] == [*played().plans.items()]


def test_workers_change_nothing():
    """Two processes find what one finds."""
    assert searched(Processes(2), 48).found == played().found


def test_another_seed_tries_other_plans():
    """Else the seed would be for show."""
    assert searched(Judging(), seed=2).plans != searched(Judging(), seed=1).plans


def test_found_plan_is_never_worse_on_its_seeds():
    """The start takes part to the end: a search may find nothing, not lose."""
    start, best = played().found.on_search
    assert best >= start


def test_found_plan_is_played_without_refusal(tmp_path):
    """What the search hands over, replay takes, every decision of it."""
    search = played()
    plan = written_again(SMALL, search.found.plan, tmp_path)
    assert not run(SMALL, plan, 1).of(DecisionRefused)


def test_refused_decision_is_never_worth_it():
    """A plan that the exercise refuses in part is no plan."""

    class Refusing(Judging):
        def play(self, design, jobs):
            for made in super().play(design, jobs):
                refused = float(made.arm != "plan")
                yield replace(made, values=made.values | {"refused": refused})

    assert searched(Refusing()).found.plan == PLAN


def test_changes_that_earn_nothing_are_turned_back():
    """A reader should not have to ask why the media are watched an hour later."""
    search = searched(Judging(), 400)
    best = search.ranked()[0]
    start = search.mean("plan")
    for name in search._choices[best]:
        fewer = {k: c for k, c in search._choices[best].items() if k != name}
        words = [d for d in turned(SMALL, PLAN, fewer) if d.do in ("publish", "hold_conference")]
        assert len(words) < search.mean(best)
    assert search.mean(best) > start


def test_better_plan_is_found():
    """Where every word more is worth a point, words are added."""
    start, best = searched(Judging(), 120).found.on_search
    assert best >= start + 2


@pytest.mark.parametrize("runs", [LEAST, 41, 120, 400])
def test_budget_is_kept(runs):
    """Who asks for so many runs waits for so many."""
    by = Judging()
    search = searched(by, runs)
    found = confirm(SMALL, search.found, search.to_beat, search.fresh, by)
    assert found.spent == len(by.asked) <= runs
    assert found.tried == len({job.arm for job in by.asked} - {"best", "best, bare", "plan, bare"})


def test_confirmation_meets_fresh_seeds():
    """Seeds that chose the plan would flatter it."""
    by = Judging()
    search = searched(by)
    seen = {job.seed for job in by.asked}
    confirm(SMALL, search.found, search.to_beat, search.fresh, by)
    fresh = {job.seed for job in by.asked if job.arm == "best"}
    assert len(fresh) == search.budget.fresh
    assert not fresh & seen


def test_verdict_needs_more_than_luck():
    """A plan that is no better is not called better, and the reference is handed back."""
    search = searched(Inventing())
    same = replace(search.found, plan=PLAN)
    found = confirm(SMALL, same, PLAN, range(90, 95), Alone())
    assert not found.beats
    assert found.alike.values["overall"].value == 0
    assert found.plan == PLAN


def test_gain_that_nobody_sees_is_none():
    """Beaten by 0.0 is a sentence nobody should read."""
    found = searched(Judging()).found
    for worth, beats in ((0.04, False), (0.06, True)):
        values = {"overall": Interval(worth, worth / 2, worth)}
        better = Difference("best", "plan", values, Interval(1.0, 1.0, 1.0))
        assert replace(found, alike=better, as_written=better).beats == beats


def test_better_plan_beats_the_reference():
    """By as much as it is worth, on seeds it has not met."""
    search = searched(Judging(), 120)
    found = confirm(SMALL, search.found, search.to_beat, search.fresh, Judging())
    assert found.beats
    assert found.alike.values["overall"].low >= 2


def test_search_that_is_stopped_keeps_its_best():
    """Ctrl-C after an hour must not cost the hour."""
    search = Search(SMALL, {"plan": PLAN}, shared_out(120), 1, Stopping(50))
    with pytest.raises(KeyboardInterrupt):
        search.run()
    found = search.found
    assert found.on_search[1] >= found.on_search[0] > 0
    assert found.spent == 50
    assert found.alike is None


def test_what_changed_is_said_in_both_languages():
    """Moved, left out, added, announced otherwise: one line a decision."""
    choices = {"at:word": 60, "channels:word": "+direct_email", "keep:more": "drop", "updates": 1}
    lines = told(SMALL, WORDED, turned(SMALL, WORDED, choices))
    assert [line.en.partition(": ")[2].split(",")[0] for line in lines] == [
        "1 h later", "left out", "added",
    ]  # fmt: skip
    assert "+ courriel direct" in lines[0].fr
    assert "texte à récrire" in lines[0].fr


def test_same_plan_has_nothing_to_tell():
    """No difference, no line."""
    assert told(SMALL, WORDED, anew(WORDED, "someone")) == []


def test_missing_optuna_says_what_to_install(monkeypatch):
    """The extra is optional; the message is not a traceback."""
    monkeypatch.setitem(sys.modules, "optuna", None)
    with pytest.raises(DrillError, match=r"needs optuna: pip install 'cellule\[best\]'") as error:
        searched(Judging())
    assert "demande optuna" in error.value.say("fr")


@pytest.mark.slow
def test_gemalto_is_never_made_worse():
    """On a real case too: the plan handed back is played whole, and is no worse on fresh seeds."""
    scenario = load("gemalto-2015")
    starts = {"exemplary": load_decisions(scenario, "exemplary")}
    search = Search(scenario, starts, shared_out(100), 1, Processes(2))
    search.run()
    found = confirm(scenario, search.found, search.to_beat, search.fresh, Processes(2))
    assert found.on_search[1] >= found.on_search[0]
    assert found.plan == search.to_beat or found.alike.values["overall"].value > 0
    assert not run(scenario, found.plan, 1).of(DecisionRefused)
