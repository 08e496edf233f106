"""What the commands print: the brief, the verdict, the chain of causes."""

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.cli.language import Voice
from simulator.cli.outcome import Played
from simulator.journal.causes import chain
from simulator.journal.names import SERVICES, Names
from simulator.journal.tell import tell
from simulator.scenario import Scenario
from simulator.score import criteria
from simulator.score.scorecard import AxisScore
from simulator.times import Clock

_WIDTH = 88
_DAYS = {
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def moment(clock: Clock, minute: float, say: Voice) -> str:
    """Return the local day and hour of a minute: ven. 20 09:00."""
    local = clock.local(minute)
    return f"{_DAYS[say.language][local.weekday()]} {local:%d %H:%M}"


def row(scenario: Mapping[str, Any]) -> str:
    """Return a shipped scenario on one line: id, title, (decision sets), [variants]."""
    variants = f"  [{', '.join(scenario['variants'])}]" if scenario["variants"] else ""
    sets = ", ".join(scenario["decisions"])
    return f"{scenario['id']}  {scenario['title']}  ({sets}){variants}"


def verdict(played: Played, written: Iterable[Path], say: Voice) -> str:
    """Return the letter, both axes with their criteria, and where the files are."""
    card = played.card
    title, seed = played.scenario.full_title.say(say.language), say("graine", "seed")
    lines = [
        f"{title}  ·  {card.decisions}  ·  {seed} {card.seed}",
        "",
        f"{card.overall.grade:<3} {math.floor(card.overall.score)} {say('sur 100', 'out of 100')}",
        "",
        *_axis(say("Réactivité", "Reactivity"), card.reactivity, say),
        "",
        *_axis(say("Transparence", "Transparency"), card.transparency, say),
    ]
    places = files(written, say)
    return "\n".join([*lines, *(["", places] if places else [])])


def _axis(name: str, axis: AxisScore, say: Voice) -> Iterator[str]:
    yield f"{name} {math.floor(axis.score)}"
    names = {c.id: c.name for c in (*criteria().reactivity, *criteria().transparency)}
    for row in axis.criteria:
        label = names[row.id].say(say.language)
        sentence = row.explanation.say(say.language)
        yield from textwrap.wrap(
            f"{math.floor(row.score):>5} {row.rating}  {label}. {sentence}",
            _WIDTH,
            subsequent_indent=" " * 9,
        )


def files(written: Iterable[Path], say: Voice) -> str:
    """Return where the results are, the report first."""
    paths = list(written)
    main = [path for path in paths if path.suffix in (".pdf", ".html", ".json", ".jsonl")]
    order = sorted(main, key=lambda path: (".pdf", ".html", ".json", ".jsonl").index(path.suffix))
    pictures = len(paths) - len(main)
    lines = [f"{_label(path, say)} {path}" for path in order]
    more = say(f"et {pictures} images dans", f"and {pictures} pictures in")
    return "\n".join([*lines, *([f"{more} {order[0].parent}"] if pictures and order else [])])


def _label(path: Path, say: Voice) -> str:
    return {
        ".pdf": say("Rapport :", "Report:"),
        ".html": say("Page web :", "Web page:"),
        ".json": say("Note :", "Scorecard:"),
        ".jsonl": say("Journal :", "Journal:"),
    }[path.suffix].ljust(11)


def causes(played: Played, entry: int, say: Voice) -> str:
    """Return an entry and under it, indented, all that brought it about."""
    names, clock = Names(played.scenario), played.scenario.clock
    lines = []
    for link in chain(played.journal, entry):
        again = say(" (voir plus haut)", " (see above)") if link.again else ""
        when = moment(clock, link.entry.at, say)
        head = f"{'  ' * link.depth}{link.entry.id:>4}  {when}  "
        lines.append(f"{head}{tell(link.entry, names).say(say.language)}{again}")
    return "\n".join(lines)


def chain_as_json(played: Played, entry: int, say: Voice) -> list[dict[str, Any]]:
    """Return the chain for machines: id, minute, kind, depth, causes, sentence."""
    names = Names(played.scenario)
    return [
        {
            "id": link.entry.id,
            "at": link.entry.at,
            "kind": link.entry.kind,
            "depth": link.depth,
            "causes": list(link.entry.causes),
            "text": tell(link.entry, names).say(say.language),
        }
        for link in chain(played.journal, entry)
        if not link.again
    ]


def brief(scenario: Scenario, sets: Iterable[str], say: Voice) -> str:
    """Return what a facilitator reads before the day."""
    parts = [
        _head(scenario, sets, say),
        _section(
            say("Variantes, « cas:variante »", "Variants, 'case:variant'"),
            _variants(scenario, say),
        ),
        _wrapped(scenario.brief.say(say.language)),
        _section(
            say("Objectifs", "Objectives"), (o.text.say(say.language) for o in scenario.objectives)
        ),
        _section(
            say("Publics", "Audiences"),
            (
                f"{a.name.say(say.language)}: {a.headcount:,}".replace(",", " ")
                for a in scenario.audiences
            ),
        ),
        _section(say("Médias", "Outlets"), (outlet.name for outlet in scenario.outlets)),
        _section(
            say("Porte-parole", "Spokespeople"),
            (f"{p.name.say(say.language)} ({p.id})" for p in scenario.organisation.spokespeople),
        ),
        _section(
            say(
                "Faits, et quand l’équipe peut les savoir", "Facts, and when the team can know them"
            ),
            _facts(scenario, say),
        ),
        _section(say("Données prises", "Data taken"), _data(scenario, say)),
        _section(say("Partenaires", "Partners"), _partners(scenario, say)),
        _section(say("Délais légaux", "Legal clocks"), _duties(scenario, say)),
        _section(
            say("Propos tentants", "Tempting claims"),
            (
                f"{c.text.say(say.language)} ({c.id}, {_truth(c.truth, say)})"
                for c in scenario.claims
            ),
        ),
        _section(say("Chronogramme", "MSEL"), _injects(scenario, say)),
        _section("Sources", (source.text for source in scenario.sources)),
    ]
    return "\n\n".join(part for part in parts if part)


def _head(scenario: Scenario, sets: Iterable[str], say: Voice) -> str:
    start, end = (moment(scenario.clock, at, say) for at in (0.0, scenario.horizon))
    when = say(
        f"Du {start} au {end}, {scenario.timezone}", f"From {start} to {end}, {scenario.timezone}"
    )
    plans = say("Jeux de décisions", "Decision sets")
    invented = (
        say("Cas fictif.", "Fictional case.")
        if scenario.fictional
        else say(
            "Cas réel, textes écrits pour l’exercice.", "Real case, texts written for the exercise."
        )
    )
    title, subtitle = scenario.full_title.say(say.language), scenario.subtitle.say(say.language)
    return f"{title}\n{subtitle}\n{when}. {invented}\n{plans}: {', '.join(sets)}"


def _variants(scenario: Scenario, say: Voice) -> Iterator[str]:
    for variant in scenario.variants:
        this = say(" (celle-ci)", " (this one)") if variant.id == scenario.variant else ""
        title, about = variant.title.say(say.language), variant.about.say(say.language)
        yield f"{variant.id}{this}: {title}. {about}"


def _section(title: str, rows: Iterable[str]) -> str:
    lines = [
        textwrap.fill(row, _WIDTH, initial_indent="  ", subsequent_indent="    ") for row in rows
    ]
    return "\n".join([title, *lines]) if lines else ""


def _wrapped(text: str) -> str:
    return "\n\n".join(
        textwrap.fill(paragraph, _WIDTH) for paragraph in text.split("\n") if paragraph.strip()
    )


def _facts(scenario: Scenario, say: Voice) -> Iterator[str]:
    for fact in scenario.facts:
        secret = say(", à taire", ", to withhold") if fact.withhold else ""
        yield f"{fact.text.say(say.language)} ({fact.id}: {_known(fact, scenario, say)}{secret})"


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


def _known(fact: Any, scenario: Scenario, say: Voice) -> str:
    if fact.known_at is not None:
        return moment(scenario.clock, fact.known_at, say)
    if fact.investigation and fact.takes is not None:
        hours = f"{fact.takes / 60:.0f} h"
        return say(
            f"enquête {fact.investigation}, {hours}", f"investigation {fact.investigation}, {hours}"
        )
    revealed = next((i.id for i in scenario.injects if fact.id in i.reveals), None)
    return (
        say(f"stimulus {revealed}", f"inject {revealed}")
        if revealed
        else say("jamais établi", "never established")
    )


def _truth(truth: str, say: Voice) -> str:
    return {
        "true": say("vrai", "true"),
        "false": say("faux", "false"),
        "unproven": say("non établi", "unproven"),
    }[truth]


def _injects(scenario: Scenario, say: Voice) -> Iterator[str]:
    for inject in sorted(scenario.injects, key=lambda i: (i.at is None, i.at or 0.0)):
        when = (
            say("si besoin", "if needed")
            if inject.at is None
            else moment(scenario.clock, inject.at, say)
        )
        unless = (
            say(" (sauf si l’équipe a agi)", " (unless the team has acted)")
            if inject.unless
            else ""
        )
        yield f"{when}  {inject.sender.say(say.language)}: {inject.title.say(say.language)}{unless}"
