"""Decisions taken, refused and missing, each entry as one sentence."""

from typing import Any

from simulator.journal import entries as e
from simulator.journal.names import CHANNELS, DECISIONS, SERVICES, Names, join
from simulator.journal.sentences.live import LIVE
from simulator.journal.sentences.phrases import Tellers, naming, quoted, t
from simulator.text import Text, capital

# What is missed, by the decision that would have been it.
_NOT_DONE: dict[str, Text] = {
    "name_spokespeople": Text(
        fr="personne n’est nommé pour répondre", en="nobody is named to answer"
    ),
    "activate_cell": Text(fr="la cellule n’est pas réunie", en="the cell is not active"),
    "answer_call": Text(fr="personne ne prend l’appel", en="nobody takes the call"),
}
# The same where it is about something with a name: of what kind, and what to do about it.
_NOT_DONE_ABOUT: dict[str, tuple[str, str, str]] = {
    "investigate": ("investigation", "ordonner l’enquête ({})", "order the inquiry ({})"),
    "inform_partner": ("partner", "prévenir ce partenaire ({})", "tell this partner ({})"),
    "open_helpline": ("audience", "ouvrir une ligne d’assistance ({})", "open a helpline ({})"),
}


def _taken(entry: e.DecisionTaken | e.DecisionRefused, names: Names) -> Text:
    what, about = DECISIONS.get(entry.do, t(entry.do, entry.do)), _about(entry, names)
    fr = f" : {about.fr}" if about.fr else ""
    en = f": {about.en}" if about.en else ""
    return t(f"{capital(what.fr)}{fr}", f"{capital(what.en)}{en}")


def _about(entry: e.DecisionTaken | e.DecisionRefused, names: Names) -> Text:
    if entry.do in LIVE:
        return LIVE[entry.do](entry.decision, names)
    return _about_plan(entry.decision, names)


def _about_plan(decision: dict[str, Any], names: Names) -> Text:
    """Return what a decision is about: people, channels, an investigation, a claim."""
    people = [*decision.get("spokespeople", ()), *decision.get("speakers", ())]
    if people:
        return names.list("person", people)
    if decision.get("investigation"):
        return names.of("investigation", decision["investigation"])
    if decision.get("service"):
        return SERVICES.get(decision["service"], t("", ""))
    if decision.get("partner"):
        return names.of("partner", decision["partner"])
    if decision.get("duty"):
        return names.of_duty(decision["duty"])
    if decision.get("claim"):
        return quoted(names.of("claim", decision["claim"]))
    return join(
        CHANNELS[channel] for channel in decision.get("channels", ()) if channel in CHANNELS
    )


def _refused(entry: e.DecisionRefused, names: Names) -> Text:
    what, reason = _taken(entry, names), entry.reason
    return t(
        f"Refusé. {what.fr} ({reason.get('fr', '')})",
        f"Refused. {what.en} ({reason.get('en', '')})",
    )


def _missing(entry: e.DecisionMissing, names: Names) -> Text:
    return naming(_not_done(entry, names), "Décision absente : {}", "Missing decision: {}")


def _not_done(entry: e.DecisionMissing, names: Names) -> Text:
    if entry.do in _NOT_DONE:
        return _NOT_DONE[entry.do]
    if entry.do in _NOT_DONE_ABOUT:
        kind, fr, en = _NOT_DONE_ABOUT[entry.do]
        return naming(names.of(kind, entry.about), fr, en)
    if any(entry.about == duty.id for duty in names.scenario.duties):
        law = names.of_duty(entry.about)
        return naming(law, "tenir ce délai légal ({})", "meet this legal clock ({})")
    return _not_said(entry.about, names)


def _not_said(about: str, names: Names) -> Text:
    """Return which word is missed: in public, as promised, to an audience, of a fact."""
    if about == "public":
        return t("aucune déclaration publique", "no public statement")
    if about.startswith("promise."):
        number = about.removeprefix("promise.")
        return t(f"le point promis (nº {number})", f"the promised update (no. {number})")
    if names.knows("audience", about):
        who = names.of("audience", about)
        return naming(who, "prévenir ce public ({})", "tell this audience ({})")
    return naming(quoted(names.of("fact", about)), "dire {}", "say {}")


DECIDED: Tellers = {
    e.DecisionTaken: _taken,
    e.DecisionRefused: _refused,
    e.DecisionMissing: _missing,
}
