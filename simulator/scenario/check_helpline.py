"""What makes the helpline of a decision set possible: its hours, and that it is open at all."""

from collections.abc import Iterator

from simulator.scenario.decisions import CloseHelpline, DecisionSet, OpenHelpline, ResizeHelpline
from simulator.scenario.wording import Finding, found


def check_helpline(plan: DecisionSet) -> Iterator[Finding]:
    """Yield the helpline decisions that could not be carried out, whatever the scenario."""
    is_open = False
    # As they will be played: by time, then in the order of the file.
    for index, decision in sorted(enumerate(plan.decisions), key=lambda pair: pair[1].at):
        path = ("decisions", index)
        if isinstance(decision, ResizeHelpline | CloseHelpline) and not is_open:
            yield found((*path, "do"), *_NOT_OPEN)
        if isinstance(decision, OpenHelpline) and decision.opens >= decision.closes:
            key = "closes" if "closes" in decision.model_fields_set else "opens"
            yield found((*path, key), *_HOURS, opens=decision.opens, closes=decision.closes)
        if isinstance(decision, OpenHelpline | CloseHelpline):
            is_open = isinstance(decision, OpenHelpline)


_NOT_OPEN = (
    "aucune ligne n'est ouverte à cette heure ; l'ouvrir d'abord avec « open_helpline »",
    "no helpline is open at that time; open it first with 'open_helpline'",
)
_HOURS = (
    "la ligne ouvre à {opens} h et ferme à {closes} h ; ouvrir avant de fermer",
    "the helpline opens at {opens} h and closes at {closes} h; open before closing",
)
