"""Bilingual texts and the spacing that French asks for."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_THIN, _FULL = "\u202f", "\u00a0"
_BEFORE_THIN = re.compile(r" ([;?!])")
_BEFORE_FULL = re.compile(r" ([:%»])")
_UNITS = re.compile(r"(?<=\d) (?=(?:h|min|s|km|k?€|M€|Md€)(?!\w))")


class Text(BaseModel):
    """One text in French and in English."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    fr: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the text in `language`, its {names} filled from `values`, French spaces right."""
        text = self.fr if language == "fr" else self.en
        text = text.format(**values) if values else text
        return spaced(text) if language == "fr" else text


def spaced(text: str) -> str:
    """Return French `text` with the spaces French asks for.

    Thin before ; ? !, fixed before : %, and between a number and its unit: "11 h" stays whole.
    Only for sentences of our own: what people typed is shown as they typed it.
    """
    text = _BEFORE_THIN.sub(_THIN + r"\1", text)
    text = _BEFORE_FULL.sub(_FULL + r"\1", _UNITS.sub(_FULL, text))
    return text.replace("« ", "«" + _FULL)


def capital(text: str) -> str:
    """Return the text with a capital to begin with."""
    return text[:1].upper() + text[1:]
