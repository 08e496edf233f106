"""Rulings: points of a criterion that somebody has set by hand, with the reason."""

from simulator.journal.entries import DecisionTaken
from simulator.journal.names import role
from simulator.score.case import Case
from simulator.score.words import fill, number
from simulator.text import Text

_SAID = Text(
    fr="Note fixée à la main{by} : {reason} Le calcul donnait {computed} sur 100. {found}",
    en="Score set by hand{by}: {reason} The computation gave {computed} out of 100. {found}",
)


def rulings(case: Case) -> dict[str, DecisionTaken]:
    """Return the last ruling on each criterion, by the criterion's id."""
    made = [taken for taken in case.of(DecisionTaken) if taken.do == "overrule"]
    return {str(taken.decision["criterion"]): taken for taken in made}


def explained(ruling: DecisionTaken, computed: float, found: Text) -> Text:
    """Return why a criterion has other points than those computed, and what had decided these."""
    by, reason = ruling.decision.get("author"), ruling.decision["reason"]
    who = role(by) if by else None
    return fill(
        _SAID,
        by=Text(fr=f" ({who.fr})", en=f" ({who.en})") if who else Text(fr="", en=""),
        reason=Text(fr=_stopped(reason["fr"]), en=_stopped(reason["en"])),
        computed=number(computed),
        found=found,
    )


def _stopped(text: str) -> str:
    """Return the text with a full stop, or whatever it ends with already."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
