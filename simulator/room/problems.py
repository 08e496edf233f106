"""What the room refuses, with the status of its answer and a sentence in both languages."""

from simulator.text import Text


class Refusal(Exception):  # noqa: N818 - not an error of ours
    """A request that is not carried out; `status` is the one of HTTP."""

    def __init__(self, status: int, fr: str, en: str) -> None:
        """Keep the sentence in both languages."""
        self.status, self.text = status, Text(fr=fr, en=en)
        super().__init__(en)


def malformed(fr: str, en: str) -> Refusal:
    """Return the refusal of a request that makes no sense."""
    return Refusal(400, fr, en)


def stranger() -> Refusal:
    """Return the refusal of a link that is unknown here."""
    return Refusal(
        401,
        "ce lien n’ouvre rien ici ; demander un nouveau lien à l’animateur",
        "this link opens nothing here; ask the facilitator for a new one",
    )


def forbidden() -> Refusal:
    """Return the refusal of what a role may not do."""
    return Refusal(
        403,
        "ce lien ne permet pas cela ; l’animateur peut en donner un autre",
        "this link does not allow that; the facilitator can give you another",
    )


def absent(fr: str = "introuvable", en: str = "not found") -> Refusal:
    """Return the refusal of what does not exist."""
    return Refusal(404, fr, en)


def untimely(fr: str, en: str) -> Refusal:
    """Return the refusal of what cannot be done in the present state."""
    return Refusal(409, fr, en)
