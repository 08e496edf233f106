"""Every journal entry as one sentence, in both languages."""

from collections.abc import Callable
from typing import Any

from simulator.journal import entries as e
from simulator.journal.names import (
    CHANNELS,
    DECISIONS,
    NEWS,
    SERVICES,
    TONES,
    TOPICS,
    TRUST,
    Names,
    join,
)
from simulator.journal.tell_others import OTHERS
from simulator.text import Text


def tell(entry: e.Entry, names: Names) -> Text:
    """Return what an entry says as a short sentence without a full stop."""
    return _TELLERS[type(entry)](entry, names)


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


def _short(text: Text, length: int = 110) -> Text:
    return Text(fr=_cut(text.fr, length), en=_cut(text.en, length))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _quoted(text: Text) -> Text:
    short = _short(text)
    return Text(fr=f"« {short.fr.rstrip('.')} »", en=f"“{short.en.rstrip('.')}”")


def _hours(minutes: float) -> str:
    whole = round(minutes)
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60:02d}"


def _started(_entry: e.Started, names: Names) -> Text:
    title = names.scenario.title
    return _t(f"Début de l’exercice : {title.fr}", f"StartEx: {title.en}")


def _inject(entry: e.InjectGiven, names: Names) -> Text:
    inject = next((i for i in names.scenario.injects if i.id == entry.inject), None)
    title = names.of("inject", entry.inject)
    if inject is None:
        return title
    return _t(f"{inject.sender.fr} : {title.fr}", f"{inject.sender.en}: {title.en}")


def _spared(entry: e.InjectSpared, names: Names) -> Text:
    title = names.of("inject", entry.inject)
    return _t(f"Stimulus évité : {title.fr}", f"Inject not needed: {title.en}")


def _decision(entry: Any, names: Names) -> Text:
    what = DECISIONS.get(entry.do, _t(entry.do, entry.do))
    about = _about(entry.decision, names)
    about = Text(fr=f" : {about.fr}" if about.fr else "", en=f": {about.en}" if about.en else "")
    return _t(f"{_capital(what.fr)}{about.fr}", f"{_capital(what.en)}{about.en}")


def _about(decision: dict[str, Any], names: Names) -> Text:
    """Return what a decision is about: people, channels, an investigation, a claim."""
    people = [*decision.get("spokespeople", ()), *decision.get("speakers", ())]
    if people:
        return names.list("person", people)
    if decision.get("investigation"):
        return names.of("investigation", decision["investigation"])
    if decision.get("service"):
        return SERVICES.get(decision["service"], Text(fr="", en=""))
    if decision.get("partner"):
        return names.of("partner", decision["partner"])
    if decision.get("duty"):
        duty = names.of_duty(decision["duty"])
        return Text(fr=duty.fr, en=duty.en)
    if decision.get("claim"):
        return _quoted(names.of("claim", decision["claim"]))
    return join(
        CHANNELS[channel] for channel in decision.get("channels", ()) if channel in CHANNELS
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _refused(entry: e.DecisionRefused, names: Names) -> Text:
    what, reason = _decision(entry, names), entry.reason
    return _t(
        f"Refusé. {what.fr} ({reason.get('fr', '')})",
        f"Refused. {what.en} ({reason.get('en', '')})",
    )


def _missing(entry: e.DecisionMissing, names: Names) -> Text:
    if entry.do == "name_spokespeople":
        return _t(
            "Décision absente : personne n’est nommé pour répondre",
            "Missing decision: nobody is named to answer",
        )
    if entry.do == "activate_cell":
        return _t(
            "Décision absente : la cellule n’est pas réunie",
            "Missing decision: the cell is not active",
        )
    if entry.do == "investigate":
        what = names.of("investigation", entry.about)
        return _t(
            f"Décision absente : ordonner l’enquête ({what.fr})",
            f"Missing decision: order the inquiry ({what.en})",
        )
    if entry.do == "inform_partner":
        who = names.of("partner", entry.about)
        return _t(
            f"Décision absente : prévenir ce partenaire ({who.fr})",
            f"Missing decision: tell this partner ({who.en})",
        )
    if entry.do == "open_helpline":
        who = names.of("audience", entry.about)
        return _t(
            f"Décision absente : ouvrir une ligne d’assistance ({who.fr})",
            f"Missing decision: open a helpline ({who.en})",
        )
    if any(entry.about == duty.id for duty in names.scenario.duties):
        law = names.of_duty(entry.about)
        return _t(
            f"Décision absente : tenir ce délai légal ({law.fr})",
            f"Missing decision: meet this legal clock ({law.en})",
        )
    if entry.about == "public":
        return _t(
            "Décision absente : aucune déclaration publique",
            "Missing decision: no public statement",
        )
    if entry.about.startswith("promise."):
        number = entry.about.removeprefix("promise.")
        return _t(
            f"Décision absente : le point promis (nº {number})",
            f"Missing decision: the promised update (no. {number})",
        )
    if ("audience", entry.about) in names._named:
        who = names.of("audience", entry.about)
        return _t(
            f"Décision absente : prévenir ce public ({who.fr})",
            f"Missing decision: tell this audience ({who.en})",
        )
    fact = _quoted(names.of("fact", entry.about))
    return _t(f"Décision absente : dire {fact.fr}", f"Missing decision: say {fact.en}")


def _known(entry: e.FactKnown, names: Names) -> Text:
    fact = _quoted(names.of("fact", entry.fact))
    return _t(f"Établi : {fact.fr}", f"Established: {fact.en}")


def _out(entry: e.FactCameOut, names: Names) -> Text:
    fact = _quoted(names.of("fact", entry.fact))
    fr, en = (" (l’équipe le savait)", " (the team knew)") if entry.withheld else ("", "")
    return _t(f"Sorti par d’autres : {fact.fr}{fr}", f"Came out elsewhere: {fact.en}{en}")


def _statement(entry: e.StatementIssued, names: Names) -> Text:
    if entry.conference:
        people = names.list("person", entry.speakers)
        return _t(f"Conférence de presse : {people.fr}", f"Press conference: {people.en}")
    out = join((CHANNELS[channel] for channel in entry.channels), " + ")
    fr, en = (" (attente)", " (holding)") if entry.holding and not entry.disclosed else ("", "")
    return _t(f"{_capital(out.fr)}{fr}", f"{_capital(out.en)}{en}")


def _empty(entry: e.EmptyWord, _names: Names) -> Text:
    if entry.heard:
        return _t("Parole sans rien de neuf", "A word with nothing new in it")
    return _t(
        "Parole sans rien de neuf ; plus personne n’écoute",
        "A word with nothing new; nobody listens any more",
    )


def _revised(entry: e.RevisedDownward, names: Names) -> Text:
    facts = _short(names.list("fact", entry.facts))
    return _t(f"Revu en pire : {facts.fr}", f"Revised for the worse: {facts.en}")


def _contradiction(entry: e.Contradiction, names: Names) -> Text:
    first, second = (_quoted(names.of("claim", claim)) for claim in entry.claims)
    return _t(
        f"Propos incompatibles : {first.fr} et {second.fr}",
        f"Claims that do not agree: {first.en} and {second.en}",
    )


def _promise(entry: e.PromiseMade, names: Names) -> Text:
    due = names.scenario.clock.local(entry.due)
    return _t(
        f"Prochain point promis le {due:%d/%m à %H:%M}",
        f"Next update promised for {due:%d/%m at %H:%M}",
    )


def _kept(entry: e.PromiseKept, _names: Names) -> Text:
    news = ("", "") if entry.news else (", sans rien de neuf", ", with nothing new")
    if entry.late <= 30:
        return _t(f"Promesse tenue{news[0]}", f"Promise kept{news[1]}")
    late = _hours(entry.late)
    return _t(
        f"Promesse tenue avec {late} de retard{news[0]}", f"Promise kept {late} late{news[1]}"
    )


def _missed(_entry: e.PromiseMissed, _names: Names) -> Text:
    return _t("Promesse manquée", "Promise missed")


def _claim(entry: e.ClaimMade, names: Names) -> Text:
    claim = _quoted(names.of("claim", entry.claim))
    if entry.false:
        return _t(f"Affirmé, et faux : {claim.fr}", f"Claimed, and false: {claim.en}")
    if entry.beyond:
        return _t(
            f"Affirmé avant d’être établi : {claim.fr}",
            f"Claimed before it was established: {claim.en}",
        )
    return _t(f"Affirmé : {claim.fr}", f"Claimed: {claim.en}")


def _doubted(entry: e.ClaimDoubted, names: Names) -> Text:
    claim = _quoted(names.of("claim", entry.claim))
    return _t(f"Des experts mettent en doute {claim.fr}", f"Experts doubt {claim.en}")


def _contradicted(entry: e.ClaimContradicted, names: Names) -> Text:
    claim = _quoted(names.of("claim", entry.claim))
    return _t(f"Démenti par d’autres : {claim.fr}", f"Contradicted by others: {claim.en}")


def _corrected(entry: e.ClaimCorrected, names: Names) -> Text:
    claim = _quoted(names.of("claim", entry.claim))
    return _t(f"Corrigé de soi-même : {claim.fr}", f"Corrected by oneself: {claim.en}")


def _news(entry: e.News, _names: Names) -> Text:
    what = NEWS.get(entry.what, _t(entry.what, entry.what))
    return _t(f"Nouveau pour la presse : {what.fr}", f"News for the press: {what.en}")


def _outlet(entry: e.OutletDecided, names: Names) -> Text:
    outlet = names.of("outlet", entry.outlet).fr
    if entry.takes_up:
        return _t(f"{outlet} suit l’affaire", f"{outlet} follows the story")
    return _t(f"{outlet} laisse l’affaire", f"{outlet} leaves the story")


def _rang(entry: e.CallRang, names: Names) -> Text:
    outlet, topic = names.of("outlet", entry.outlet).fr, TOPICS.get(entry.topic, _t("", ""))
    return _t(f"{outlet} appelle (sur {topic.fr})", f"{outlet} calls (about {topic.en})")


def _answered(entry: e.CallAnswered, names: Names) -> Text:
    outlet = names.of("outlet", entry.outlet).fr
    if entry.by == "conference":
        return _t(
            f"{outlet} a sa réponse en conférence", f"{outlet} has its answer from the conference"
        )
    wait = _hours(entry.waited)
    return _t(f"{outlet} obtient une réponse après {wait}", f"{outlet} is answered after {wait}")


def _lost(entry: e.CallLost, names: Names) -> Text:
    outlet, wait = names.of("outlet", entry.outlet).fr, _hours(entry.waited)
    return _t(f"{outlet} renonce après {wait} d’attente", f"{outlet} gives up after waiting {wait}")


def _article(entry: e.ArticlePublished, names: Names) -> Text:
    outlet, tone = names.of("outlet", entry.outlet).fr, TONES[entry.tone]
    with_fr, with_en = (
        ("avec notre version", "with our account")
        if entry.account
        else ("sans notre version", "without our account")
    )
    more_fr, more_en = (
        (", « injoignable »", ", “could not be reached”") if entry.unreachable else ("", "")
    )
    return _t(
        f"{outlet}, article {tone.fr} {with_fr}{more_fr}",
        f"{outlet}, {tone.en} article {with_en}{more_en}",
    )


def _heard(entry: e.HeardFromPress, names: Names) -> Text:
    who = names.of("audience", entry.audience)
    return _t(f"L’apprennent par la presse : {who.fr}", f"Heard it from the press: {who.en}")


def _trust(entry: e.TrustMoved, _names: Names) -> Text:
    why = TRUST.get(entry.why, _t(entry.why, entry.why))
    up = sum(entry.change.values()) > 0
    return _t(
        f"La confiance {'monte' if up else 'baisse'} : {why.fr}",
        f"Trust {'rises' if up else 'falls'}: {why.en}",
    )


def _measured(_entry: e.OpinionMeasured, _names: Names) -> Text:
    return _t("Mesure de l’opinion", "Opinion measured")


def _ended(_entry: e.Ended, _names: Names) -> Text:
    return _t("Fin de l’exercice", "EndEx")


_TELLERS: dict[type[e.Entry], Callable[[Any, Names], Text]] = {
    e.Started: _started, e.Ended: _ended, e.InjectGiven: _inject, e.InjectSpared: _spared,
    e.DecisionTaken: _decision, e.DecisionRefused: _refused, e.DecisionMissing: _missing,
    e.FactKnown: _known, e.FactCameOut: _out, e.StatementIssued: _statement, e.EmptyWord: _empty,
    e.RevisedDownward: _revised, e.Contradiction: _contradiction, e.PromiseMade: _promise,
    e.PromiseKept: _kept, e.PromiseMissed: _missed, e.ClaimMade: _claim, e.ClaimDoubted: _doubted,
    e.ClaimContradicted: _contradicted, e.ClaimCorrected: _corrected, e.News: _news,
    e.OutletDecided: _outlet, e.CallRang: _rang, e.CallAnswered: _answered, e.CallLost: _lost,
    e.ArticlePublished: _article, e.HeardFromPress: _heard, e.TrustMoved: _trust,
    e.OpinionMeasured: _measured,
    **OTHERS,
}  # fmt: skip
