"""Which language to speak on the command line."""

import os
from collections.abc import Sequence

from simulator.text import LANGUAGES, Language, Text

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_locale() -> Language:
    """Return the language of the user's locale, English unless it is French."""
    locale = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "fr" if locale.lower().startswith("fr") else "en"


def asked_for(arguments: Sequence[str]) -> Language:
    """Return the language that `--lang` asks for among the arguments, else the locale's.

    Read before click reads them, so that help and complaints already speak it.
    """
    for place, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            given = arguments[place + 1]
        if argument.startswith("--lang") and given in LANGUAGES:
            return "fr" if given == "fr" else "en"
    return of_locale()


class Voice:
    """Says things in one language."""

    def __init__(self, language: Language) -> None:
        """Speak `language` from now on."""
        self.language = language

    def __call__(self, fr: str, en: str) -> str:
        """Return the sentence in the language spoken."""
        return Text(fr=fr, en=en).say(self.language)
