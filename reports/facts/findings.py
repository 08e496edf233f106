"""What went well and what did not, each with the condition under which it may be said."""

from collections.abc import Callable, Iterator

from reports.facts.clocks import legal_clocks
from reports.facts.helpline import together
from reports.facts.partners import told
from reports.facts.run import Run
from reports.facts.speech import lower
from simulator.journal.entries import (
    ClaimCorrected,
    FactCameOut,
    HelplineCounted,
    HelplineOverloaded,
    IntrusionClimbed,
    PromiseKept,
    PromiseMissed,
)
from simulator.scenario.kinds import PartnerRole
from simulator.score.criteria import criteria
from simulator.text import Text

SOON, LATE = 120.0, 360.0
_THE: dict[PartnerRole, Text] = {
    "franchisor": Text(fr="le franchiseur", en="the franchisor"),
    "host": Text(fr="l’hébergeur", en="the host"),
    "provider": Text(fr="un prestataire", en="a provider"),
    "insurer": Text(fr="l’assureur", en="the insurer"),
}


def good(run: Run) -> list[str]:
    """Return what the team did well, as 'has done' phrases: the telling ones first."""
    return [phrase for find in _GOOD for phrase in find(run)]


def bad(run: Run) -> list[str]:
    """Return what the team did not do well, as 'has done' phrases: the grave ones first."""
    return [phrase for find in _BAD for phrase in find(run)]


def delay(run: Run) -> float | None:
    """Return minutes from the story to the first public word; negative when it came first."""
    return run.first.at - run.case.broke if run.first and run.broken else None


def _spoke_soon(run: Run) -> Iterator[str]:
    after = delay(run)
    if after is None:
        return
    if after < 0:
        yield run.say.t(f"parlé avant {run.story}", f"spoke before {run.story}")
    elif after <= SOON:
        span = run.say.span(after)
        fr, en = f"parlé {span} après {run.story}", f"spoke {span} after {run.story}"
        if after < 1:
            fr, en = (
                f"parlé en même temps que {run.story}",
                f"spoke at the same time as {run.story}",
            )
        yield run.say.t(fr, en)


def _kept_promises(run: Run) -> Iterator[str]:
    kept = [entry for entry in run.of(PromiseKept) if entry.late <= 30]
    if kept and len(kept) == len(run.of(PromiseKept)) and not run.of(PromiseMissed):
        many = run.say.n(len(kept), "rendez-vous|rendez-vous", "appointment")
        if len(kept) == 1:
            yield run.say.t("tenu son seul rendez-vous", "kept its one appointment")
        else:
            yield run.say.t(f"tenu ses {many}", f"kept its {many}")


def _was_true(run: Run) -> Iterator[str]:
    mark = run.criteria.get("truthfulness")
    if mark and mark.rating == "P" and not (run.claims["false"] or run.claims["beyond"]):
        yield run.say.t(
            "n’a rien affirmé de faux ni d’exagéré", "asserted nothing false or exaggerated"
        )


def _told_all(run: Run) -> Iterator[str]:
    due = run.case.due
    if due and all(fact in run.case.disclosed for fact in due):
        n = run.say.n(len(due), "fait attendu|faits attendus", "fact due|facts due")
        fr, en = f"rendu publics les {n}", f"made the {n} public"
        if len(due) == 1:
            fr, en = "rendu public le seul fait attendu", "made the only fact due public"
        yield run.say.t(fr, en)


def _met_clocks(run: Run) -> Iterator[str]:
    ended = [clock for clock in legal_clocks(run) if clock.ended]
    if ended and all(clock.in_time for clock in ended):
        n = run.say.word(len(ended))
        if len(ended) == 1:
            yield run.say.t("tenu le délai légal", "met the legal clock")
        else:
            yield run.say.t(
                f"tenu les {n} délais légaux", f"met {run.say.all_of(len(ended))} legal clocks"
            )


def _told_partners(run: Run) -> Iterator[str]:
    partners = told(run)
    if not partners or max(one.after for one in partners) > SOON:
        return
    span = run.say.span(max(0.0, *(one.after for one in partners)))
    fr = (
        "son partenaire" if len(partners) == 1 else f"ses {run.say.word(len(partners))} partenaires"
    )
    en = "its partner" if len(partners) == 1 else f"its {run.say.word(len(partners))} partners"
    yield run.say.t(f"prévenu {fr} en {span}", f"told {en} within {span}")


def _answered(run: Run) -> Iterator[str]:
    calls, taken = len(run.calls), len(run.calls) - len(run.lost)
    if calls >= 3 and taken >= 0.85 * calls:
        fr = f"répondu à {run.say.digits(taken)} appels de journalistes sur {run.say.digits(calls)}"
        en = f"answered {run.say.digits(taken)} of {run.say.digits(calls)} press calls"
        yield run.say.t(fr, en)


def _never_spoke(run: Run) -> Iterator[str]:
    if run.broken and run.first is None:
        if run.case.public:
            yield run.say.t(
                "parlé en public sans rien dire de substantiel",
                "spoke in public without saying anything of substance",
            )
        else:
            yield run.say.t(
                "gardé le silence en public jusqu’à la fin", "stayed silent in public to the end"
            )


def _lied(run: Run) -> Iterator[str]:
    false = {claim.claim for claim in run.claims["false"]}
    if false:
        n = run.say.n(len(false), "chose fausse|choses fausses", "false thing", feminine=True)
        back = {entry.claim for entry in run.of(ClaimCorrected)} >= false
        fr, en = (", puis corrigé", ", then corrected it") if back else ("", "")
        yield run.say.t(f"affirmé {n}{fr}", f"asserted {n}{en}")


def _over_assured(run: Run) -> Iterator[str]:
    beyond = len({claim.claim for claim in run.claims["beyond"]})
    if beyond:
        times = f", à {run.say.word(beyond)} reprises," if beyond > 1 else ""
        often = {1: "", 2: "twice "}.get(beyond, f"{run.say.word(beyond)} times ")
        yield run.say.t(
            f"affirmé{times} plus que l’on ne savait", f"{often}asserted more than was known"
        )


def _was_late(run: Run) -> Iterator[str]:
    after = delay(run)
    if after is not None and after > LATE:
        span = run.say.span(after)
        yield run.say.t(f"attendu {span} avant de parler", f"waited {span} before speaking")


def _was_overtaken(run: Run) -> Iterator[str]:
    out = sum(entry.withheld for entry in run.of(FactCameOut))
    if out:
        n = run.say.n(
            out, "fait qu’elle connaissait|faits qu’elle connaissait", "fact it knew|facts it knew"
        )
        yield run.say.t(f"laissé d’autres révéler {n}", f"let others reveal {n}")


def _lost_calls(run: Run) -> Iterator[str]:
    lost, calls = len(run.lost), len(run.calls)
    if lost and lost >= 0.2 * calls:
        if lost == calls:
            n = run.say.n(calls, "appel de journaliste|appels de journalistes", "press call")
            yield run.say.t(f"laissé sans réponse {n}", f"left {n} unanswered")
            return
        part, total = run.say.of(lost, calls)
        many = "appel" if lost == 1 else "appels"
        yield run.say.t(f"perdu {part} {many} sur {total}", f"lost {part} of {total} calls")


def _missed_clocks(run: Run) -> Iterator[str]:
    clocks = legal_clocks(run)
    missed = sum(clock.missed is not None for clock in clocks)
    if not missed:
        return
    part, total = run.say.word(missed), run.say.word(len(clocks))
    if len(clocks) == 1:
        yield run.say.t("laissé expirer le délai légal", "let the legal clock run out")
    elif missed == len(clocks):
        yield run.say.t(
            f"laissé expirer les {total} délais légaux",
            f"let {run.say.all_of(missed)} legal clocks run out",
        )
    else:
        many = "délai légal" if missed == 1 else "délais légaux"
        yield run.say.t(
            f"laissé expirer {part} {many} sur {total}",
            f"let {part} of {total} legal clocks run out",
        )


def _left_partners(run: Run) -> Iterator[str]:
    partners, say = told(run), run.say
    if run.of(IntrusionClimbed):
        yield say.t("laissé l’intrusion gagner un partenaire", "let the intrusion reach a partner")
    elif run.aware is None:
        return
    elif partners and all(one.informed is None for one in partners):
        yield say.t("laissé ses partenaires dans l’ignorance", "left its partners in the dark")
    elif partners and any(one.informed is None for one in partners):
        yield say.t("laissé un partenaire dans l’ignorance", "left a partner in the dark")
    elif partners and max(one.after for one in partners) > LATE:
        slow = max(partners, key=lambda one: one.after)
        who, span = _THE[slow.partner.role].say(say.language), say.span(slow.after)
        yield say.t(f"attendu {span} pour prévenir {who}", f"waited {span} before telling {who}")


def _lost_people(run: Run) -> Iterator[str]:
    if run.of(HelplineOverloaded):
        share = run.say.percent(together(run.of(HelplineCounted)).lost)
        yield run.say.t(
            f"laissé sans réponse {share} des appels à la ligne d’assistance",
            f"left {share} of helpline calls unanswered",
        )


def _missed_promises(run: Run) -> Iterator[str]:
    if missed := len(run.of(PromiseMissed)):
        n = run.say.n(missed, "rendez-vous annoncé|rendez-vous annoncés", "announced update")
        yield run.say.t(f"manqué {n}", f"missed {n}")


def _held_back(run: Run) -> Iterator[str]:
    long = [held for held in run.held if held.said and held.waited >= 1440]
    if long:
        span = run.say.span(long[0].waited)
        n = run.say.n(len(long), "fait établi|faits établis", "established fact")
        fr = f"gardé {n} plus d’un jour, jusqu’à {span} pour l’un d’eux"
        en = f"held {n} for more than a day, one of them for {span}"
        if len(long) == 1:
            fr, en = f"gardé {n} pendant {span}", f"held {n} for {span}"
        yield run.say.t(fr, en)


_Find = Callable[[Run], Iterator[str]]
_GOOD: tuple[_Find, ...] = (
    _spoke_soon,
    _met_clocks,
    _told_all,
    _told_partners,
    _kept_promises,
    _answered,
)
_BAD: tuple[_Find, ...] = (
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


def verdict(run: Run) -> tuple[str, ...]:
    """Return three sentences: what went well, what did not, what to change first."""
    return (_well(run), _badly(run), _change(run))


def _well(run: Run) -> str:
    phrases, say = good(run)[:3], run.say
    if phrases:
        return say.t(f"L’équipe a {say.listed(phrases)}.", f"The team {say.listed(phrases)}.")
    if truth := list(_was_true(run)):
        return say.t(f"L’équipe {truth[0]}.", f"The team {truth[0]}.")
    best = max(run.criteria.values(), key=lambda mark: mark.score, default=None)
    if best is None or best.score < 35:
        return say.t(
            "Aucun critère n’est atteint, même en partie.", "No criterion was met, even in part."
        )
    name, points = criterion_name(run, best.id), say.digits(best.score)
    return say.t(
        f"Ce qui a le mieux tenu : {lower(name)}, {points} sur 100.",
        f"What held best: {lower(name)}, {points} out of 100.",
    )


def _badly(run: Run) -> str:
    phrases, say = bad(run)[:3], run.say
    if phrases:
        she, it = ("Elle", "It") if good(run) else ("L’équipe", "The team")
        return say.t(f"{she} a {say.listed(phrases)}.", f"{it} {say.listed(phrases)}.")
    worst = min(run.criteria.values(), key=lambda mark: mark.score, default=None)
    if worst is None or worst.rating == "P":
        return say.t("Aucun manque sérieux n’a été relevé.", "No serious shortcoming was found.")
    name, points = criterion_name(run, worst.id), say.digits(worst.score)
    return say.t(
        f"Le point le plus faible : {lower(name)}, {points} sur 100.",
        f"The weakest point: {lower(name)}, {points} out of 100.",
    )


def _change(run: Run) -> str:
    first = next(iter(to_mend(run)), None)
    if first is None:
        return run.say.t(
            "Aucun critère n’appelle de correction.", "No criterion calls for a change."
        )
    mark = run.criteria[first]
    action = lower(mark.action.say(run.say.language)) if mark.action else ""
    return run.say.t(f"À changer d’abord : {action}", f"To change first: {action}")


def to_mend(run: Run) -> list[str]:
    """Return the criteria that call for a corrective action, most points to gain first."""
    wanting = [mark.id for mark in run.criteria.values() if mark.action is not None]
    return sorted(wanting, key=lambda which: -run.gains[which])


def criterion_name(run: Run, which: str) -> str:
    """Return what a criterion is called."""
    rules = (*criteria().reactivity, *criteria().transparency)
    return next((rule.name.say(run.say.language) for rule in rules if rule.id == which), which)
