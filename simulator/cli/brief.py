"""The facilitator's brief: what one reads of a scenario before the day."""

import textwrap
from collections.abc import Callable, Iterable, Iterator

from simulator.cli.language import Voice
from simulator.cli.screens import WIDTH, moment
from simulator.journal.names import SERVICES, Names
from simulator.scenario import Scenario
from simulator.scenario.shapes import Fact, Inject
from simulator.text import Text

_FACTS = Text(
    fr="Faits, et quand l’équipe peut les savoir", en="Facts, and when the team can know them"
)


def brief(scenario: Scenario, sets: Iterable[str], say: Voice) -> str:
    """Return the brief of a scenario with these decision sets, in the language spoken."""
    parts = [
        _head(scenario, sets, say),
        _section(
            say("Variantes, « cas:variante »", "Variants, 'case:variant'"), _variants(scenario, say)
        ),
        _wrapped(scenario.brief.say(say.language)),
        *(_section(title.say(say.language), rows(scenario, say)) for title, rows in _SECTIONS),
    ]
    return "\n\n".join(part for part in parts if part)


def _section(title: str, rows: Iterable[str]) -> str:
    lines = [
        textwrap.fill(row, WIDTH, initial_indent="  ", subsequent_indent="    ") for row in rows
    ]
    return "\n".join([title, *lines]) if lines else ""


def _wrapped(text: str) -> str:
    return "\n\n".join(
        textwrap.fill(paragraph, WIDTH) for paragraph in text.split("\n") if paragraph.strip()
    )


def _head(scenario: Scenario, sets: Iterable[str], say: Voice) -> str:
    start, end = (moment(scenario.clock, at, say) for at in (0.0, scenario.horizon))
    when = say(
        f"Du {start} au {end}, {scenario.timezone}", f"From {start} to {end}, {scenario.timezone}"
    )
    plans = say("Jeux de décisions", "Decision sets")
    invented = say("Cas fictif.", "Fictional case.")
    if not scenario.fictional:
        invented = say(
            "Cas réel, textes écrits pour l’exercice.", "Real case, texts written for the exercise."
        )
    title, subtitle = scenario.full_title.say(say.language), scenario.subtitle.say(say.language)
    return f"{title}\n{subtitle}\n{when}. {invented}\n{plans}: {', '.join(sets)}"


def _variants(scenario: Scenario, say: Voice) -> Iterator[str]:
    for variant in scenario.variants:
        this = say(" (celle-ci)", " (this one)") if variant.id == scenario.variant else ""
        title, about = variant.title.say(say.language), variant.about.say(say.language)
        yield f"{variant.id}{this}: {title}. {about}"


def _objectives(scenario: Scenario, say: Voice) -> Iterator[str]:
    return (objective.text.say(say.language) for objective in scenario.objectives)


def _audiences(scenario: Scenario, say: Voice) -> Iterator[str]:
    for a in scenario.audiences:
        yield f"{a.name.say(say.language)}: {a.headcount:,}".replace(",", " ")


def _outlets(scenario: Scenario, _say: Voice) -> Iterator[str]:
    return (outlet.name for outlet in scenario.outlets)


def _spokespeople(scenario: Scenario, say: Voice) -> Iterator[str]:
    for person in scenario.organisation.spokespeople:
        yield f"{person.name.say(say.language)} ({person.id})"


def _facts(scenario: Scenario, say: Voice) -> Iterator[str]:
    for fact in scenario.facts:
        secret = say(", à taire", ", to withhold") if fact.withhold else ""
        yield f"{fact.text.say(say.language)} ({fact.id}: {_known(fact, scenario, say)}{secret})"


def _known(fact: Fact, scenario: Scenario, say: Voice) -> str:
    if fact.known_at is not None:
        return moment(scenario.clock, fact.known_at, say)
    if fact.investigation and fact.takes is not None:
        hours = f"{fact.takes / 60:.0f} h"
        return say(
            f"enquête {fact.investigation}, {hours}", f"investigation {fact.investigation}, {hours}"
        )
    revealed = next((i.id for i in scenario.injects if fact.id in i.reveals), None)
    if revealed is None:
        return say("jamais établi", "never established")
    return say(f"stimulus {revealed}", f"inject {revealed}")


def _data(scenario: Scenario, say: Voice) -> Iterator[str]:
    names = Names(scenario)
    heads = {audience.id: audience.headcount for audience in scenario.audiences}
    for data in scenario.data_taken:
        who = names.of("audience", data.audience).say(say.language)
        people = f"{round(data.share * heads[data.audience]):,}".replace(",", "\u00a0")
        yield f"{data.name.say(say.language)} ({data.kind}): {who}, {people}"


def _partners(scenario: Scenario, say: Voice) -> Iterator[str]:
    for partner in scenario.partners:
        shared = say(", systèmes communs", ", shared systems") if partner.shared_systems else ""
        offered = [SERVICES[service].say(say.language) for service in partner.services]
        services = say(" ; ", "; ") + ", ".join(offered) if offered else ""
        yield f"{partner.name.say(say.language)} ({partner.id}, {partner.role}{shared}){services}"


def _duties(scenario: Scenario, say: Voice) -> Iterator[str]:
    names = Names(scenario)
    for duty in scenario.duties:
        start = duty.starts_with
        since = say(f"dès que « {start} » est établi", f"once '{start}' is established")
        if start is None:
            since = say("dès que l’équipe sait", "once the team is aware")
        yield f"{names.of_duty(duty.id).say(say.language)} ({duty.id}): {since}"


def _claims(scenario: Scenario, say: Voice) -> Iterator[str]:
    for claim in scenario.claims:
        yield f"{claim.text.say(say.language)} ({claim.id}, {_truth(claim.truth, say)})"


def _truth(truth: str, say: Voice) -> str:
    return {
        "true": say("vrai", "true"),
        "false": say("faux", "false"),
        "unproven": say("non établi", "unproven"),
    }[truth]


def _injects(scenario: Scenario, say: Voice) -> Iterator[str]:
    for inject in sorted(scenario.injects, key=lambda i: (i.at is None, i.at or 0.0)):
        unless = say(" (sauf si l’équipe a agi)", " (unless the team has acted)")
        given = f"{inject.sender.say(say.language)}: {inject.title.say(say.language)}"
        yield f"{_due(inject, scenario, say)}  {given}{unless if inject.unless else ''}"


def _due(inject: Inject, scenario: Scenario, say: Voice) -> str:
    if inject.at is None:
        return say("si besoin", "if needed")
    return moment(scenario.clock, inject.at, say)


def _sources(scenario: Scenario, say: Voice) -> Iterator[str]:
    return (source.text.say(say.language) for source in scenario.sources)


_SECTIONS: tuple[tuple[Text, Callable[[Scenario, Voice], Iterator[str]]], ...] = (
    (Text(fr="Objectifs", en="Objectives"), _objectives),
    (Text(fr="Publics", en="Audiences"), _audiences),
    (Text(fr="Médias", en="Outlets"), _outlets),
    (Text(fr="Porte-parole", en="Spokespeople"), _spokespeople),
    (_FACTS, _facts),
    (Text(fr="Données prises", en="Data taken"), _data),
    (Text(fr="Partenaires", en="Partners"), _partners),
    (Text(fr="Délais légaux", en="Legal clocks"), _duties),
    (Text(fr="Propos tentants", en="Tempting claims"), _claims),
    (Text(fr="Chronogramme", en="MSEL"), _injects),
    (Text(fr="Sources", en="Sources"), _sources),
)
