"""The truth, for those who run the exercise: belief, account and trust of every audience."""

from typing import Any

from simulator.journal.entries import OpinionMeasured, StatementIssued
from simulator.room.views.marks import marks
from simulator.room.views.notes import notes
from simulator.room.views.seen import Seen, account, belief
from simulator.room.views.sight import Sight
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import score as judge

_POINTS = 120


def truth(sight: Sight, card: Scorecard | None = None, name: str | None = None) -> dict[str, Any]:
    """Return the sections `truth`, `score` and `notes` of one team.

    `card` spares judging the journal again; `name` is the team's, for its notes.
    """
    seen = Seen(sight)
    return {
        "truth": _truth(seen),
        "score": marks(seen, card or judge(sight.journal, sight.scenario)),
        "notes": notes(sight, name),
    }


def _truth(seen: Seen) -> dict[str, Any]:
    last, measures = seen.measure, thinned(seen.of(OpinionMeasured), _POINTS)
    return {
        "audiences": [_audience(seen, place, measures, last) for place in range(_many(seen))],
        "statements": [word.at for word in seen.of(StatementIssued)],
        "heat": last.heat if last else 0.0,
        "questions_open": last.questions_open if last else 1.0,
        "vacuum": last.vacuum if last else 0.0,
    }


def _many(seen: Seen) -> int:
    return len(seen.scenario.audiences)


def _audience(
    seen: Seen, place: int, measures: list[OpinionMeasured], last: OpinionMeasured | None
) -> dict[str, Any]:
    audience, people = seen.scenario.audiences[place], seen.fixed.headcounts[place]
    return {
        "id": audience.id,
        "name": seen.say(audience.name),
        "points": [[m.at, belief(m, place, people), account(m, place, people)] for m in measures],
        "belief": belief(last, place, people) if last else 0.0,
        "account": account(last, place, people) if last else 0.0,
        "trust": last.trust[place] if last else None,
    }


def thinned(measures: list[OpinionMeasured], most: int) -> list[OpinionMeasured]:
    """Return at most about so many measures, evenly taken, the last one kept.

    The step depends on how many there are in whole doublings, so points seldom move.
    """
    step = 1
    while len(measures) > step * most:
        step *= 2
    kept = measures[::step]
    return kept if not measures or kept[-1] is measures[-1] else [*kept, measures[-1]]
