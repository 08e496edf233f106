"""What missed legal clocks expose to, in words."""

from reports.facts.due import Due, law_of, rule_of
from reports.facts.rows import kept
from reports.facts.run import Run
from simulator.scenario.kinds import Entity
from simulator.scenario.laws import Cap, OwnLaw
from simulator.text import Text

_COMPLAINT = "lopmi"
# What sets the largest fine, by how the rule begins.
_TIERS: dict[str, Text] = {
    "gdpr": Text(fr="RGPD art. 83(4), palier inférieur", en="GDPR art. 83(4), lower tier"),
    "uk-gdpr": Text(fr="RGPD britannique, palier ordinaire", en="UK GDPR, standard maximum"),
    "nis2": Text(fr="NIS2 art. 34(4), entité essentielle", en="NIS2 art. 34(4), essential entity"),
    "mar": Text(fr="MAR art. 30(2)", en="MAR art. 30(2)"),
}
_IMPORTANT = Text(fr="NIS2 art. 34(5), entité importante", en="NIS2 art. 34(5), important entity")


def exposure(run: Run, clocks: list[Due]) -> tuple[str, ...]:
    """Return what the clocks that ran out expose to at most; nothing while others are open."""
    missed = [clock for clock in clocks if clock.missed]
    if missed:
        return kept([_fine(run, missed), _complaint(run, missed), _uncapped(run, missed)])
    if not all(clock.in_time for clock in clocks):
        return ()
    quiet = run.say.t(
        "Aucun délai n’a expiré : aucune sanction n’est encourue à ce titre.",
        "No clock ran out: there is no exposure on that account.",
    )
    return (quiet,)


def _fine(run: Run, missed: list[Due]) -> str | None:
    say, most = run.say, run.card.outcome.sanction_exposure
    worst = max(missed, key=lambda clock: clock.missed.exposure if clock.missed else 0.0)
    cap = _cap_of(run, worst)
    if not most or cap is None:
        return None
    tier, ceiling = _tier(run, worst), _ceiling(run, cap, most)
    return say.t(
        f"Au plus {ceiling.fr} ({tier.fr}). C’est un maximum légal, non une prévision : l’autorité "
        "proportionne l’amende aux faits, et des manquements liés ne s’additionnent pas.",
        f"At most {ceiling.en} ({tier.en}). This is a legal maximum, not a prediction: the "
        "authority sets a fine in proportion to the facts, and linked failures do not add up.",
    )


def _ceiling(run: Run, cap: Cap, most: float) -> Text:
    """Return the largest fine in words: an amount, and a share of the revenue if there is one."""
    euros, here = run.say.euros(cap.euros), run.say.euros(most)
    if not cap.revenue:
        return Text(fr=euros, en=euros)
    share = _share(run, cap)
    return Text(
        fr=f"{euros} ou {share} du chiffre d’affaires annuel mondial, le plus élevé des deux, "
        f"soit {here} ici",
        en=f"{euros} or {share} of worldwide yearly turnover, whichever is higher: here {here}",
    )


def _entity(run: Run, clock: Due) -> Entity:
    duties = run.case.scenario.duties
    return next((d.entity for d in duties if d.id == clock.started.duty), "essential")


def _cap_of(run: Run, clock: Due) -> Cap | None:
    return rule_of(run, clock).ceiling(_entity(run, clock))


def _tier(run: Run, clock: Due) -> Text:
    law = rule_of(run, clock)
    if isinstance(law, OwnLaw):
        return law.name
    if _entity(run, clock) == "important":
        return _IMPORTANT
    return next(text for start, text in _TIERS.items() if law.id.startswith(start))


def _share(run: Run, cap: Cap) -> str:
    """Return a share of the revenue as the law writes it: 2 %, 1.4 %."""
    value = round(100 * cap.revenue, 1)
    text = run.say.digits(value, 0 if value == int(value) else 1)
    return run.say.t(f"{text}\u00a0%", f"{text}%")


def _complaint(run: Run, missed: list[Due]) -> str | None:
    if all(clock.started.rule != _COMPLAINT for clock in missed):
        return None
    return run.say.t(
        "Sans plainte dans les 72 heures, l’assurance n’a pas à indemniser l’attaque (Code des "
        "assurances, art. L12-10-1, issu de la LOPMI). La loi n’y attache pas d’amende.",
        "Without a complaint within 72 hours the insurer need not pay for the attack (French "
        "insurance code, art. L12-10-1, from the LOPMI law). The law attaches no fine to it.",
    )


def _uncapped(run: Run, missed: list[Due]) -> str | None:
    rest = [c for c in missed if c.started.rule != _COMPLAINT and not _cap_of(run, c)]
    if not rest:
        return None
    names = run.say.listed([law_of(run, clock) for clock in rest])
    return run.say.t(
        f"Sans plafond unique dans la loi : {names}.", f"No single ceiling in the law: {names}."
    )
