"""The people concerned: what was taken from them, when they were told, what became of them."""

from reports.facts.harmed import custom, harm, what_became
from reports.facts.helpline import counted, sizing, together
from reports.facts.lessons import lessons
from reports.facts.rows import kept
from reports.facts.run import Run
from reports.facts.shape import Block, Picture, Section
from reports.facts.thefts import Theft, concerned, thefts
from reports.facts.warned import what_was_taken, who_first
from simulator.journal.entries import HelplineCounted, HelplineOverloaded

_APART = 60.0


def people_section(run: Run) -> Section | None:
    """Return the people whose data were taken; None when none were and nobody called."""
    taken = thefts(run)
    if not taken and not run.of(HelplineCounted):
        return None
    blocks: list[Block] = [what_was_taken(run, taken)] if taken else []
    if became := what_became(run, taken):
        blocks.append(became)
    sentences = [who_first(run, taken), harm(run, taken), _line(run, taken), custom(run)]
    blocks += [Picture("helpline"), *lessons(run, sentences)]
    topic = run.say.t("Personnes concernées", "The people concerned")
    return Section("people", topic, _title(run, taken), _lead(run, taken), tuple(blocks))


def _title(run: Run, taken: list[Theft]) -> str:
    say, risky = run.say, [theft for theft in taken if theft.at_risk]
    if not any(theft.word for theft in risky):
        return _unwarned(run, risky)
    if run.of(HelplineOverloaded):
        share = say.percent(together(run.of(HelplineCounted)).lost)
        return say.t(
            f"Averties, {share} des personnes qui ont appelé n’ont eu personne",
            f"Once warned, {share} of those who called got nobody",
        )
    if any(theft.word is None and theft.known for theft in risky):
        return say.t(
            "Une partie des personnes exposées n’a pas été avertie directement",
            "Some of the people at risk were not warned directly",
        )
    return _warned(run, risky)


def _warned(run: Run, risky: list[Theft]) -> str:
    """Return how long it took to warn everybody at risk of whom the team knew."""
    say, told = run.say, [theft for theft in risky if theft.word]
    slow = max(told, key=lambda theft: theft.waited - theft.within)
    if slow.late:
        span, within = say.span(slow.waited), say.span(slow.within)
        return say.t(
            f"Il a fallu {span} pour avertir ceux qu’il fallait prévenir en {within}",
            f"It took {span} to warn people who should know within {within}",
        )
    first, longest = told[0].waited, max(theft.waited for theft in told)
    if told[0].data.audience != risky[-1].data.audience and longest - first > _APART:
        a, b = say.span(first), say.span(longest)
        return say.t(
            f"Les plus exposés ont été avertis en {a}, les autres en {b}",
            f"Those most at risk were warned within {a}, the others within {b}",
        )
    return _all_warned(run, longest)


def _all_warned(run: Run, longest: float) -> str:
    say, span = run.say, run.say.span(longest)
    if longest < 1:
        return say.t(
            "Les personnes exposées ont été averties sans attendre",
            "The people at risk were warned without delay",
        )
    return say.t(
        f"Les personnes exposées ont été averties en {span}",
        f"The people at risk were warned within {span}",
    )


def _unwarned(run: Run, risky: list[Theft]) -> str:
    say = run.say
    if not risky:
        lost = run.of(HelplineOverloaded)
        if lost:
            return say.t("La ligne d’assistance a été débordée", "The helpline was overloaded")
        return say.t("La ligne d’assistance a répondu", "The helpline answered")
    if not any(theft.known for theft in risky):
        return say.t(
            "Ce qui a été pris n’a jamais été établi", "What was taken was never established"
        )
    return say.t(
        "Personne n’a été averti directement de ce qu’on lui avait pris",
        "Nobody was warned directly of what had been taken from them",
    )


def _lead(run: Run, taken: list[Theft]) -> str:
    say, people = run.say, concerned(run, taken)
    if not people:
        return say.t(
            "Personne ne court de risque par ce qui a été pris.",
            "Nobody runs a risk from what was taken.",
        )
    of = " de" if people >= 1_000_000 else ""
    first = say.t(
        f"Le vol expose {say.people(people)}{of} personnes.",
        f"The theft puts {say.people(people)} people at risk.",
    )
    words = [theft.word for theft in taken if theft.at_risk and theft.word]
    if not words:
        return f"{first} " + say.t(
            "Aucun message direct ne leur a dit ce qui avait été pris ni quoi faire.",
            "No direct message told them what had been taken or what to do.",
        )
    word = min(words, key=lambda word: word.at)
    when = say.when(word.at)
    return f"{first} " + say.t(
        f"Le premier message direct qui leur disait ce qui était pris ou quoi faire est parti "
        f"{when}.",
        f"The first direct message that told them what was taken or what to do went out on {when}.",
    )


def _line(run: Run, taken: list[Theft]) -> str | None:
    """Return what became of those who called."""
    if said := counted(run):
        return " ".join(kept([said, sizing(run)]))
    if not any(theft.at_risk for theft in taken):
        return None
    return run.say.t(
        "Aucune ligne d’assistance n’a été ouverte : qui voulait appeler n’avait personne à qui "
        "parler.",
        "No helpline was opened: those who wanted to call had nobody to speak to.",
    )
