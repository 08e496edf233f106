"""How a finding in a file is put into words: bilingual sentences, shortened values, suggestions."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from simulator.errors import Path
from simulator.text import Text

SHOWN = 60


class Finding(NamedTuple):
    """Something wrong at a path of a document; its sentence is made only if it is shown.

    `place` is its line and column when the path does not tell.
    """

    path: Path
    sentence: Callable[[], Text]
    place: tuple[int, int] | None = None


def found(path: Path, fr: str, en: str, /, **values: object) -> Finding:
    """Return a finding whose {names} are filled from `values` when it is shown."""
    return Finding(path, lambda: phrase(fr, en, **values))


def phrase(fr: str, en: str, /, **values: object) -> Text:
    """Return a sentence in both languages, its {names} filled; a value may be a Text itself."""
    return Text(fr=fr.format(**_in("fr", values)), en=en.format(**_in("en", values)))


def _in(language: str, values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: getattr(value, language) if isinstance(value, Text) else value
        for name, value in values.items()
    }


def quoted(word: str) -> str:
    """Return `word` in quotes, at most sixty characters, control and bidi characters escaped."""
    return _shortened(repr(word[: SHOWN + 1]))


def plain(word: str) -> str:
    """Return `word` without quotes, safe to print: keys and file names."""
    return _shortened(repr(word[: 4 * SHOWN])[1:-1], 4 * SHOWN)


def _shortened(words: str, most: int = SHOWN) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def shown(value: object) -> Text:
    """Return a value as its author would recognise it, shortened."""
    if isinstance(value, str):
        return _same(quoted(value))
    if isinstance(value, bool):
        return _same("true" if value else "false")
    if isinstance(value, dict):
        return _keys_shown(value)
    if isinstance(value, list | tuple):
        return phrase("une liste ({n} éléments)", "a list ({n} items)", n=len(value))
    if value is None:
        return Text(fr="rien (null)", en="nothing (null)")
    return _same(_shortened(repr(value)))


def _keys_shown(value: Mapping[str, object]) -> Text:
    keys = ", ".join(str(key)[:SHOWN] for key in list(value)[:4])
    return phrase(
        "un groupe de clés ({keys})", "a group of keys ({keys})", keys=plain(keys)[:SHOWN]
    )


def _same(words: str) -> Text:
    return Text(fr=words, en=words)


def suggested(word: object, allowed: Iterable[str]) -> Text:
    """Return '; did you mean 'x'?' when one of `allowed` is near, and what is allowed."""
    # Only who mistypes needs it.
    from difflib import get_close_matches

    options = list(allowed)
    near = get_close_matches(str(word)[:SHOWN].lower(), options, 1) if options else []
    guess = phrase(" ; vouliez-vous dire « {x} » ?", "; did you mean '{x}'?", x="".join(near))
    rest = phrase(" Permis : {all}", " Allowed: {all}", all=listed(options))
    parts = [guess if near else _same("."), rest]
    return Text(fr="".join(part.fr for part in parts), en="".join(part.en for part in parts))


def listed(options: Iterable[str], most: int = 20) -> Text:
    """Return a list of words, the first twenty of them; 'none' when there are none."""
    words = list(options)
    if not words:
        return Text(fr="aucun (la liste est vide)", en="none (the list is empty)")
    start = ", ".join(words[:most])
    if len(words) <= most:
        return _same(start)
    return phrase("{start}… ({n} en tout)", "{start}… ({n} in all)", start=start, n=len(words))
