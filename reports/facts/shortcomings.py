"""What did not go well, each phrase with the condition under which it may be said."""

from collections.abc import Callable

from reports.facts.due import legal_clocks
from reports.facts.helpline import together
from reports.facts.rows import kept
from reports.facts.run import Run
from reports.facts.told import Told, told
from simulator.journal.entries import (
    ClaimCorrected,
    FactCameOut,
    HelplineCounted,
    HelplineOverloaded,
    IntrusionClimbed,
    PromiseMissed,
)
from simulator.scenario.kinds import PartnerRole
from simulator.text import Text

LATE = 360.0
_DAY, _MANY_LOST = 1440.0, 0.2
_THE: dict[PartnerRole, Text] = {
    "franchisor": Text(fr="le franchiseur", en="the franchisor"),
    "host": Text(fr="l’hébergeur", en="the host"),
    "provider": Text(fr="un prestataire", en="a provider"),
    "insurer": Text(fr="l’assureur", en="the insurer"),
}


def shortcomings(run: Run) -> tuple[str, ...]:
    """Return what the team did not do well, as 'has done' phrases: the grave ones first."""
    return kept(find(run) for find in _SHORTCOMINGS)


def _never_spoke(run: Run) -> str | None:
    if not run.broken or run.first is not None:
        return None
    if run.case.public:
        return run.say.t(
            "parlé en public sans rien dire de substantiel",
            "spoke in public without saying anything of substance",
        )
    return run.say.t(
        "gardé le silence en public jusqu’à la fin", "stayed silent in public to the end"
    )


def _lied(run: Run) -> str | None:
    false = {claim.claim for claim in run.claims["false"]}
    if not false:
        return None
    n = run.say.n(len(false), "chose fausse|choses fausses", "false thing", feminine=True)
    back = {entry.claim for entry in run.of(ClaimCorrected)} >= false
    fr, en = (", puis corrigé", ", then corrected it") if back else ("", "")
    return run.say.t(f"affirmé {n}{fr}", f"asserted {n}{en}")


def _missed_clocks(run: Run) -> str | None:
    say, clocks = run.say, legal_clocks(run)
    missed = sum(clock.missed is not None for clock in clocks)
    if not missed:
        return None
    if len(clocks) == 1:
        return say.t("laissé expirer le délai légal", "let the legal clock run out")
    part, total = say.word(missed), say.word(len(clocks))
    if missed == len(clocks):
        return say.t(
            f"laissé expirer les {total} délais légaux",
            f"let {say.all_of(missed)} legal clocks run out",
        )
    many = "délai légal" if missed == 1 else "délais légaux"
    return say.t(
        f"laissé expirer {part} {many} sur {total}",
        f"let {part} of {total} legal clocks run out",
    )


def _left_partners(run: Run) -> str | None:
    if run.of(IntrusionClimbed):
        return run.say.t(
            "laissé l’intrusion gagner un partenaire", "let the intrusion reach a partner"
        )
    partners = told(run)
    return _told_late(run, partners) if partners and run.aware is not None else None


def _told_late(run: Run, partners: list[Told]) -> str | None:
    say, slow = run.say, max(partners, key=lambda one: one.after)
    if all(one.informed is None for one in partners):
        return say.t("laissé ses partenaires dans l’ignorance", "left its partners in the dark")
    if slow.informed is None:
        return say.t("laissé un partenaire dans l’ignorance", "left a partner in the dark")
    if slow.after <= LATE:
        return None
    who, span = _THE[slow.partner.role].say(say.language), say.span(slow.after)
    return say.t(f"attendu {span} pour prévenir {who}", f"waited {span} before telling {who}")


def _lost_people(run: Run) -> str | None:
    if not run.of(HelplineOverloaded):
        return None
    share = run.say.percent(together(run.of(HelplineCounted)).lost)
    return run.say.t(
        f"laissé sans réponse {share} des appels à la ligne d’assistance",
        f"left {share} of helpline calls unanswered",
    )


def _missed_promises(run: Run) -> str | None:
    missed = len(run.of(PromiseMissed))
    if not missed:
        return None
    n = run.say.n(missed, "rendez-vous annoncé|rendez-vous annoncés", "announced update")
    return run.say.t(f"manqué {n}", f"missed {n}")


def _over_assured(run: Run) -> str | None:
    beyond = len({claim.claim for claim in run.claims["beyond"]})
    if not beyond:
        return None
    times = f", à {run.say.word(beyond)} reprises," if beyond > 1 else ""
    often = {1: "", 2: "twice "}.get(beyond, f"{run.say.word(beyond)} times ")
    return run.say.t(
        f"affirmé{times} plus que l’on ne savait", f"{often}asserted more than was known"
    )


def _was_late(run: Run) -> str | None:
    if run.delay is None or run.delay <= LATE:
        return None
    span = run.say.span(run.delay)
    return run.say.t(f"attendu {span} avant de parler", f"waited {span} before speaking")


def _was_overtaken(run: Run) -> str | None:
    out = sum(entry.withheld for entry in run.of(FactCameOut))
    if not out:
        return None
    n = run.say.n(
        out, "fait qu’elle connaissait|faits qu’elle connaissait", "fact it knew|facts it knew"
    )
    return run.say.t(f"laissé d’autres révéler {n}", f"let others reveal {n}")


def _held_back(run: Run) -> str | None:
    long = [held for held in run.held if held.said and held.waited >= _DAY]
    if not long:
        return None
    span = run.say.span(long[0].waited)
    n = run.say.n(len(long), "fait établi|faits établis", "established fact")
    if len(long) == 1:
        return run.say.t(f"gardé {n} pendant {span}", f"held {n} for {span}")
    return run.say.t(
        f"gardé {n} plus d’un jour, jusqu’à {span} pour l’un d’eux",
        f"held {n} for more than a day, one of them for {span}",
    )


def _lost_calls(run: Run) -> str | None:
    lost, calls = len(run.lost), len(run.calls)
    if not lost or lost < _MANY_LOST * calls:
        return None
    if lost == calls:
        n = run.say.n(calls, "appel de journaliste|appels de journalistes", "press call")
        return run.say.t(f"laissé sans réponse {n}", f"left {n} unanswered")
    part, total = run.say.of(lost, calls)
    many = "appel" if lost == 1 else "appels"
    return run.say.t(f"perdu {part} {many} sur {total}", f"lost {part} of {total} calls")


_SHORTCOMINGS: tuple[Callable[[Run], str | None], ...] = (
    _never_spoke,
    _lied,
    _missed_clocks,
    _left_partners,
    _lost_people,
    _missed_promises,
    _over_assured,
    _was_late,
    _was_overtaken,
    _held_back,
    _lost_calls,
)
