"""Small rules that scenarios and decision sets share: ids, references, times, texts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, Protocol, get_args

from pydantic import BaseModel

from simulator.errors import Path
from simulator.scenario.kinds import Rule
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import Finding, found, phrase, quoted, suggested
from simulator.text import Text

Noun = Literal[
    "fact",
    "claim",
    "investigation",
    "outlet",
    "inject",
    "objective",
    "spokesperson",
    "audience",
    "partner",
    "law",
    "duty",
]
Reference = tuple[Path, Noun, str]
Given = tuple[Path, float | None]
_NOUNS: Mapping[Noun, tuple[str, str]] = {
    "fact": ("faits", "facts"),
    "claim": ("affirmations", "claims"),
    "investigation": ("enquêtes", "investigations"),
    "outlet": ("médias", "outlets"),
    "inject": ("injects", "injects"),
    "objective": ("objectifs", "objectives"),
    "spokesperson": ("porte-parole", "spokespeople"),
    "audience": ("publics", "audiences"),
    "partner": ("partenaires", "partners"),
    "law": ("lois", "laws"),
    "duty": ("obligations légales", "duties"),
}
_SHORT = frozenset({"name", "title", "subtitle", "sender"})
_MOST_SHORT, _MOST_LONG = 200, 20_000


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Return the id."""
        ...


def ids(scenario: Scenario) -> dict[Noun, tuple[str, ...]]:
    """Return all ids a reference may name."""
    lists: dict[Noun, Iterable[Named]] = {
        "fact": scenario.facts,
        "claim": scenario.claims,
        "investigation": scenario.investigations,
        "outlet": scenario.outlets,
        "inject": scenario.injects,
        "objective": scenario.objectives,
        "spokesperson": scenario.organisation.spokespeople,
        "audience": scenario.audiences,
        "partner": scenario.partners,
        "law": scenario.laws,
        "duty": scenario.duties,
    }
    found = {noun: tuple(item.id for item in items) for noun, items in lists.items()}
    return found | {"law": (*get_args(Rule), *found["law"])}


def unique(path: Path, items: Iterable[Named]) -> Iterator[Finding]:
    """Yield the ids that were given before in the same list."""
    yield from repeated(path, (item.id for item in items), ("id",))


def repeated(path: Path, words: Iterable[str], tail: Path = ()) -> Iterator[Finding]:
    """Yield the words that stand twice in a list."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield found(
                (*path, index, *tail),
                "{word} est déjà donné plus haut dans cette liste ; en changer ou l'enlever",
                "{word} is already given above in this list; change it or take it away",
                word=quoted(word),
            )
        seen.add(word)


def each(path: Path, noun: Noun, words: Iterable[str]) -> Iterator[Reference]:
    """Yield a reference for each word of a list."""
    for index, word in enumerate(words):
        yield (*path, index), noun, word


def one(path: Path, noun: Noun, word: str | None) -> Iterator[Reference]:
    """Yield a reference for a word that may be absent."""
    if word is not None:
        yield path, noun, word


def unknown(references: Iterable[Reference], scenario: Scenario) -> Iterator[Finding]:
    """Yield the references that name nothing."""
    allowed = ids(scenario)
    sets = {noun: frozenset(words) for noun, words in allowed.items()}
    for path, noun, word in references:
        if word not in sets[noun]:
            yield _not_among(path, noun, word, allowed[noun])


def _not_among(path: Path, noun: Noun, word: str, allowed: Collection[str]) -> Finding:
    fr, en = _NOUNS[noun]
    return Finding(
        path,
        lambda: phrase(
            f"{{word}} n'est pas parmi les {fr}{{hint}}",
            f"{{word}} is not among the {en}{{hint}}",
            word=quoted(word),
            hint=suggested(word, allowed),
        ),
    )


def outside(times: Iterable[Given], horizon: float) -> Iterator[Finding]:
    """Yield the times before StartEx or after the horizon."""
    for path, at in times:
        if at is not None and at > horizon:
            yield found(
                path,
                "{at} min, après l'horizon de {horizon} min ; avancer ou allonger l'horizon",
                "{at} min, after the horizon of {horizon} min; move it or lengthen the horizon",
                at=f"{at:.10g}",
                horizon=f"{horizon:.10g}",
            )
        elif at is not None and at < 0:
            yield found(
                path,
                "{at} min, avant le début de l'exercice ; écrire 0 ou plus",
                "{at} min, before StartEx; write 0 or later",
                at=f"{at:.10g}",
            )


def texts(shape: BaseModel, path: Path = ()) -> Iterator[Finding]:
    """Yield the texts that are blank, too long, or on several lines where one is wanted."""
    for name, value in shape:
        yield from _texts_in(value, (*path, name), name in _SHORT)


def _texts_in(value: object, path: Path, short: bool) -> Iterator[Finding]:
    if isinstance(value, str):
        # Nearly every text is well-formed: it is told at a glance.
        if not 0 < len(value) <= _MOST_SHORT or "\n" in value or value.isspace():
            yield from _text(value, path, short)
    elif isinstance(value, Text):
        yield from _texts_in(value.fr, (*path, "fr"), short)
        yield from _texts_in(value.en, (*path, "en"), short)
    elif isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*path, index), short)


def _text(value: str, path: Path, short: bool) -> Iterator[Finding]:
    words = value.strip()
    most = _MOST_SHORT if short else _MOST_LONG
    if not words:
        yield found(path, "le texte est vide ; l'écrire", "the text is empty; write it")
    if len(words) > most:
        yield found(
            path,
            "{n} caractères, {most} au plus ici ; raccourcir",
            "{n} characters, at most {most} here; shorten it",
            n=len(words),
            most=most,
        )
    if short and "\n" in words:
        yield found(
            path,
            "un nom ou un titre tient sur une ligne ; le raccourcir",
            "a name or a title stands on one line; shorten it",
        )
