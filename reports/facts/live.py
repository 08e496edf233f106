"""What a run owes to the room it was played in: who took part, what was noted, an early end."""

from collections import Counter
from collections.abc import Iterable

from reports.facts.run import Run
from reports.facts.speech import capital
from simulator.journal.entries import DecisionRefused, DecisionTaken, Ended
from simulator.journal.names import ROLES, role
from simulator.scenario.kinds import DIRECTION

# These run the exercise: they take no part in it.
_BEHIND = frozenset({"facilitator", "room"})
_EARLY = 0.5


def directed(run: Run, do: str) -> list[DecisionTaken]:
    """Return what was decided of one kind, in order."""
    return [entry for entry in run.of(DecisionTaken) if entry.do == do]


def live(run: Run) -> bool:
    """Return whether it was played in a room, be it by a team that decided nothing."""
    return "live" in run.card.decisions.split("+") or any(
        entry.do in DIRECTION for entry in run.of(DecisionTaken)
    )


def cut_short(run: Run) -> float | None:
    """Return the minute at which somebody ended the exercise, None when it went to its horizon."""
    ends = run.of(Ended)
    early = bool(ends) and ends[-1].at < run.scenario.horizon - _EARLY
    return ends[-1].at if early and directed(run, "end_exercise") else None


def named(run: Run, author: str | None) -> str:
    """Return who an author is, as a sentence names them: 'chef de cellule', 'Claire M.'."""
    name = role(author or "observer")
    return name.fr if run.say.french else name.en


def headed(run: Run, author: str | None) -> str:
    """Return who an author is, as a margin names them: 'Chef de cellule', 'Claire M.'."""
    name = named(run, author)
    return capital(name) if author is None or author in ROLES else name


def by_role(authors: Iterable[str]) -> list[str]:
    """Return each author once: roles in the room's order, then names in that of their coming."""
    found, known = list(dict.fromkeys(authors)), list(ROLES)
    return sorted(found, key=lambda each: known.index(each) if each in ROLES else len(known))


def participants(run: Run) -> dict[str, Counter[str]]:
    """Return who took part, and how often they did what: 'taken', 'refused', 'note', 'log'."""
    given: list[DecisionTaken | DecisionRefused] = [
        *run.of(DecisionTaken),
        *run.of(DecisionRefused),
    ]
    acts: dict[str, Counter[str]] = {}
    for entry in sorted(given, key=lambda each: each.id):
        author = str(entry.decision.get("author") or "")
        if author and author not in _BEHIND and not _runs_it(entry):
            acts.setdefault(author, Counter())[_kind(entry)] += 1
    return {author: acts[author] for author in by_role(acts)}


def _runs_it(entry: DecisionTaken | DecisionRefused) -> bool:
    return entry.do in DIRECTION and entry.do not in ("take_note", "write_log")


def _kind(entry: DecisionTaken | DecisionRefused) -> str:
    if entry.do in ("take_note", "write_log"):
        return "note" if entry.do == "take_note" else "log"
    return "refused" if isinstance(entry, DecisionRefused) else "taken"
