"""What went well, each phrase with the condition under which it may be said."""

from collections.abc import Callable

from reports.facts.due import legal_clocks
from reports.facts.rows import kept
from reports.facts.run import Run
from reports.facts.told import told
from simulator.journal.entries import PromiseKept, PromiseMissed

SOON = 120.0
_LATE, _MOST_CALLS, _FEW_CALLS = 30.0, 0.85, 3


def strengths(run: Run) -> tuple[str, ...]:
    """Return what the team did well, as 'has done' phrases: the telling ones first."""
    return kept(find(run) for find in _STRENGTHS)


def _spoke_soon(run: Run) -> str | None:
    say, after = run.say, run.delay
    if after is None or after > SOON:
        return None
    if after < 0:
        return say.t(f"parlé avant {run.story}", f"spoke before {run.story}")
    if after < 1:
        return say.t(
            f"parlé en même temps que {run.story}", f"spoke at the same time as {run.story}"
        )
    span = say.span(after)
    return say.t(f"parlé {span} après {run.story}", f"spoke {span} after {run.story}")


def _met_clocks(run: Run) -> str | None:
    ended = [clock for clock in legal_clocks(run) if clock.ended]
    if not ended or not all(clock.in_time for clock in ended):
        return None
    if len(ended) == 1:
        return run.say.t("tenu le délai légal", "met the legal clock")
    n, every = run.say.word(len(ended)), run.say.all_of(len(ended))
    return run.say.t(f"tenu les {n} délais légaux", f"met {every} legal clocks")


def _told_all(run: Run) -> str | None:
    due = run.case.due
    if not due or not all(fact in run.case.disclosed for fact in due):
        return None
    if len(due) == 1:
        return run.say.t("rendu public le seul fait attendu", "made the only fact due public")
    n = run.say.n(len(due), "fait attendu|faits attendus", "fact due|facts due")
    return run.say.t(f"rendu publics les {n}", f"made the {n} public")


def _told_partners(run: Run) -> str | None:
    partners = told(run)
    if not partners or max(one.after for one in partners) > SOON:
        return None
    span, n = run.say.span(max(0.0, *(one.after for one in partners))), len(partners)
    fr = "son partenaire" if n == 1 else f"ses {run.say.word(n)} partenaires"
    en = "its partner" if n == 1 else f"its {run.say.word(n)} partners"
    return run.say.t(f"prévenu {fr} en {span}", f"told {en} within {span}")


def _kept_promises(run: Run) -> str | None:
    promises = run.of(PromiseKept)
    if not promises or run.of(PromiseMissed) or any(entry.late > _LATE for entry in promises):
        return None
    if len(promises) == 1:
        return run.say.t("tenu son seul rendez-vous", "kept its one appointment")
    many = run.say.n(len(promises), "rendez-vous|rendez-vous", "appointment")
    return run.say.t(f"tenu ses {many}", f"kept its {many}")


def _answered(run: Run) -> str | None:
    calls, taken = len(run.calls), len(run.calls) - len(run.lost)
    if calls < _FEW_CALLS or taken < _MOST_CALLS * calls:
        return None
    part, total = run.say.digits(taken), run.say.digits(calls)
    return run.say.t(
        f"répondu à {part} appels de journalistes sur {total}",
        f"answered {part} of {total} press calls",
    )


_STRENGTHS: tuple[Callable[[Run], str | None], ...] = (
    _spoke_soon,
    _met_clocks,
    _told_all,
    _told_partners,
    _kept_promises,
    _answered,
)


def was_true(run: Run) -> str | None:
    """Return that nothing false was asserted: a strength where there is no other to name."""
    mark = run.criteria.get("truthfulness")
    if not mark or mark.rating != "P" or run.claims["false"] or run.claims["beyond"]:
        return None
    return run.say.t(
        "n’a rien affirmé de faux ni d’exagéré", "asserted nothing false or exaggerated"
    )
