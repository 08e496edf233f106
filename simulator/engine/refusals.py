"""Why a decision cannot be carried out now."""

from collections.abc import Iterable, Iterator

from simulator.engine.model import Model
from simulator.scenario.decisions import CorrectClaim, Decision, HoldConference, Investigate
from simulator.scenario.rules import Named
from simulator.scenario.wording import Finding
from simulator.text import Text


class RefusedError(Exception):
    """A decision that cannot be carried out; it changes nothing."""

    def __init__(self, fr: str, en: str) -> None:
        """Keep the reason in both languages."""
        self.reason = Text(fr=fr, en=en)
        super().__init__(en)

    @classmethod
    def found(cls, finding: Finding) -> "RefusedError":
        """Return the refusal of what a check found, its place before it."""
        where, said = ".".join(str(step) for step in finding.path), finding.sentence()
        return cls(f"{where} : {said.fr}", f"{where}: {said.en}")


def check(model: Model, decision: Decision) -> None:
    """Raise RefusedError when the decision cannot be carried out now."""
    _check_names(model, decision)
    if decision.do == "activate_cell" and model.cell:
        raise RefusedError(
            "la cellule de crise est déjà réunie", "the crisis cell is already active"
        )
    if isinstance(decision, Investigate) and decision.investigation in model.knowledge.ordered:
        raise RefusedError(
            "cette enquête est déjà en cours", "this investigation is already under way"
        )
    if isinstance(decision, HoldConference) and model.now < model.desk.in_conference_until:
        raise RefusedError(
            "les porte-parole sont encore en conférence de presse",
            "the spokespeople are still in a press conference",
        )
    if isinstance(decision, CorrectClaim):
        _check_correction(model, decision)
    _check_known(model, getattr(decision, "facts", ()))
    check_aligned(model, getattr(decision, "claims", ()))
    _check_update(model, getattr(decision, "next_update", None))


def _check_known(model: Model, facts: tuple[str, ...]) -> None:
    unknown = [fact for fact in facts if fact not in model.knowledge.known]
    if unknown:
        names = ", ".join(unknown)
        raise RefusedError(
            f"pas encore établi : {names} ; ordonner l’enquête, attendre ou passer par if_known",
            f"not established yet: {names}; order the investigation, wait, or put it in if_known",
        )


def check_aligned(model: Model, claims: tuple[str, ...]) -> None:
    """Refuse a claim that disagrees with one that stands, once the insurer proofreads."""
    if "alignment" not in model.services:
        return
    for claim in (claim for claim in model.scenario.claims if claim.id in claims):
        for other in model.claims.against(claim):
            raise RefusedError(
                f"message arrêté à la relecture : « {claim.id} » contredit « {other.claim.id} »,"
                " déjà affirmé ; corriger d’abord l’un, ou ne pas affirmer l’autre",
                f"message stopped by the proofreaders: '{claim.id}' contradicts"
                f" '{other.claim.id}', already claimed; correct that one first, or do not claim"
                " this one",
            )


def _check_update(model: Model, due: float | None) -> None:
    if due is not None and due <= model.now:
        raise RefusedError(
            "le prochain point annoncé est déjà passé", "the next update announced is already past"
        )


def _check_correction(model: Model, decision: CorrectClaim) -> None:
    if decision.claim not in {assertion.claim.id for assertion in model.claims.standing()}:
        raise RefusedError(
            f"rien à corriger : « {decision.claim} » n’a pas été affirmé, ou ne tient déjà plus",
            f"nothing to correct: '{decision.claim}' was not claimed, or no longer stands",
        )


def _check_names(model: Model, decision: Decision) -> None:
    for what_fr, what_en, name, allowed in _named(model, decision):
        if name not in allowed:
            raise RefusedError(
                f"{what_fr} inconnu : « {name} » ; possible : {', '.join(allowed)}",
                f"unknown {what_en}: '{name}'; allowed: {', '.join(allowed)}",
            )


def _named(model: Model, decision: Decision) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield each name used: what it is in French and in English, itself, what is allowed."""
    scenario = model.scenario
    allowed: dict[str, Iterable[Named]] = {
        "fact": scenario.facts,
        "claim": scenario.claims,
        "spokesperson": scenario.organisation.spokespeople,
        "signatory": scenario.organisation.spokespeople,
        "audience": scenario.audiences,
        "partner": scenario.partners,
        "investigation": scenario.investigations,
        "legal clock": scenario.duties,
        "outlet": scenario.outlets,
        "objective": scenario.objectives,
    }
    for key, (fr, en) in _NAMES.items():
        given = getattr(decision, key, None) or ()
        for name in (given,) if isinstance(given, str) else given:
            yield fr, en, name, [item.id for item in allowed[en]]


# What the keys of decisions name.
_NAMES: dict[str, tuple[str, str]] = {
    "facts": ("fait", "fact"),
    "if_known": ("fait", "fact"),
    "revises": ("fait", "fact"),
    "claims": ("propos", "claim"),
    "spokespeople": ("porte-parole", "spokesperson"),
    "speakers": ("porte-parole", "spokesperson"),
    "by": ("porte-parole", "spokesperson"),
    "signed_by": ("signataire", "signatory"),
    "audiences": ("public", "audience"),
    "partner": ("partenaire", "partner"),
    "blames": ("partenaire", "partner"),
    "investigation": ("enquête", "investigation"),
    "duty": ("délai légal", "legal clock"),
    "outlet": ("média", "outlet"),
    "objective": ("objectif", "objective"),
}
