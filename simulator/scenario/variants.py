"""One file, several cases: its variants, and what the file says of each of them.

An item of a list may say `only`; a value may be chosen `by_variant`. Both are resolved on the plain
data, before its shape is checked: nothing after the loader knows of them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.errors import Path
from simulator.scenario.marks import Data, Marked
from simulator.scenario.wording import Finding, found, quoted, shown, suggested

VARIANTS, VARIANT, ONLY, BY = "variants", "variant", "only", "by_variant"
MOST_VARIANTS = 10
# The same in every variant: what the file is, and the variants themselves.
_FIXED = frozenset({"format", "id", VARIANTS})
_GROUPS = (list, dict)  # only in these a switch may hide: most of a document is plain words


@dataclass(slots=True)
class Resolved:
    """What a document says of one variant; `moved` tells where in the file the parts come from."""

    data: Data
    moved: dict[Path, Path] = field(default_factory=dict)

    def origin(self, path: Path) -> Path:
        """Return the path in the file of a path in `data`."""
        here: Path = ()
        for length, step in enumerate(path, 1):
            here = self.moved.get(path[:length], (*here, step)) if self.moved else (*here, step)
        return here


def names_in(data: Data) -> tuple[str, ...]:
    """Return the ids of the variants a scenario lists, the first ten, its usual one first."""
    listed = data.get(VARIANTS) if isinstance(data, dict) else None
    items = listed if isinstance(listed, list) else []
    given = (item.get("id") for item in items if isinstance(item, dict))
    return tuple(dict.fromkeys(name for name in given if isinstance(name, str)))[:MOST_VARIANTS]


def names_mentioned(data: Data) -> tuple[str, ...]:
    """Return the variants that a document speaks of, known or not, the first ten."""
    given = (name for _, value in _switches(data) for name in _words(value))
    return tuple(dict.fromkeys(given))[:MOST_VARIANTS]


def resolved(data: Data, names: Sequence[str], name: str | None) -> Resolved:
    """Return what a document says of the variant called `name`, one of `names`.

    A switch that is wrong (see `wrong_switches`) leaves its item in, or chooses nothing.
    """
    document = Resolved(data)
    if next(_switches(data), None) is not None:
        document.data = _value(data, (), (), _Choice(frozenset(names), name, document.moved))
    return document


def wrong_switches(marked: Marked, names: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with the words `only` and `by_variant` of a document, with places."""
    for path, value in _switches(marked.data):
        wrong = _wrong_only if path[-1] == ONLY else _wrong_choices
        for finding in wrong(path, value, names) if names else [found(path, *_NO_VARIANTS)]:
            yield finding._replace(place=marked.place(finding.path))


def wrong_variants(marked: Marked) -> Iterator[Finding]:
    """Yield what is wrong with how a scenario lists its variants, beyond their shape."""
    data = marked.data if isinstance(marked.data, dict) else {}
    listed = data.get(VARIANTS)
    if isinstance(listed, list) and len(listed) < 2:
        yield found((VARIANTS,), *_TOO_FEW)._replace(place=marked.place((VARIANTS,)))
    seen: set[str] = set()
    for index, item in enumerate(listed if isinstance(listed, list) else []):
        name, path = item.get("id") if isinstance(item, dict) else None, (VARIANTS, index, "id")
        if isinstance(name, str) and name in seen:
            yield found(path, *_TWICE, word=quoted(name))._replace(place=marked.place(path))
        seen |= {name} if isinstance(name, str) else set()
    if VARIANT in data:
        yield found((VARIANT,), *_CHOSEN)._replace(place=marked.place((VARIANT,)))


class _Choice(NamedTuple):
    """The variant chosen, and where moved parts are written down."""

    names: frozenset[str]
    name: str | None
    moved: dict[Path, Path]

    def keeps(self, item: Data) -> bool:
        """Return whether an item of a list belongs to the variant."""
        if not isinstance(item, dict) or ONLY not in item:
            return True
        words = _words(item[ONLY])
        return not words or not self.names.issuperset(words) or self.name in words


def _switches(data: Data, path: Path = (), in_list: bool = False) -> Iterator[tuple[Path, Data]]:
    """Yield each `only` and each `by_variant` with what it holds."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            if isinstance(item, _GROUPS):
                yield from _switches(item, (*path, index), True)
    elif isinstance(data, dict) and path and BY in data:
        yield (*path, BY), data
        choices = data[BY]
        for name, choice in choices.items() if isinstance(choices, dict) else ():
            yield from _switches(choice, (*path, BY, name))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == ONLY and in_list:
                yield (*path, ONLY), value
            elif isinstance(value, _GROUPS) and (path or key not in _FIXED):
                yield from _switches(value, (*path, key))


def _words(value: Data) -> list[str]:
    """Return the variants a switch names; none when it is not written as it should be."""
    if isinstance(value, dict):
        choices = value.get(BY)
        return list(choices) if isinstance(choices, dict) else []
    words = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return [word for word in words if isinstance(word, str)]


def _value(given: Data, new: Path, old: Path, choice: _Choice, in_list: bool = False) -> Data:
    """Return a value of a document as the variant has it; `new` and `old` are its paths."""
    if isinstance(given, list):
        return _items(given, new, old, choice)
    if not isinstance(given, dict):
        return given
    if new and BY in given:
        return _chosen(given[BY], new, (*old, BY), choice)
    return {
        key: value if not new and key in _FIXED else _value(value, (*new, key), (*old, key), choice)
        for key, value in given.items()
        if not (in_list and key == ONLY)
    }


def _chosen(choices: Data, new: Path, old: Path, choice: _Choice) -> Data:
    name = choice.name
    if not isinstance(choices, dict) or name is None or name not in choices:
        choice.moved[new] = old
        return None
    choice.moved[new] = (*old, name)
    return _value(choices[name], new, (*old, name), choice)


def _items(given: list[Data], new: Path, old: Path, choice: _Choice) -> Data:
    kept = [(rank, item) for rank, item in enumerate(given) if choice.keeps(item)]
    for place, (rank, _) in enumerate(kept):
        if place != rank:
            choice.moved[(*new, place)] = (*old, rank)
    return [
        _value(item, (*new, place), (*old, rank), choice, in_list=True)
        for place, (rank, item) in enumerate(kept)
    ]


def _wrong_only(path: Path, value: Data, names: Collection[str]) -> Iterator[Finding]:
    words = value if isinstance(value, list) else [value]
    if not words:
        yield found(path, *_ONLY_NOWHERE)
    for index, word in enumerate(words):
        here = (*path, index) if isinstance(value, list) else path
        if not isinstance(word, str):
            yield found(here, *_NOT_AN_ID, given=shown(word))
        elif word not in names:
            yield _unknown(here, word, names)
        elif word in words[:index]:
            yield found(here, *_TWICE, word=quoted(word))


def _wrong_choices(path: Path, value: Data, names: Collection[str]) -> Iterator[Finding]:
    assert isinstance(value, dict), path
    for key in value:
        if key != BY:
            yield found((*path[:-1], key), *_BESIDE)
    choices = value[BY]
    if not isinstance(choices, dict):
        yield found(path, *_NO_CHOICES, given=shown(choices), names=", ".join(names))
        return
    for word in choices:
        if word not in names:
            yield _unknown((*path, word), word, names)
    missing = [name for name in names if name not in choices]
    if missing:
        yield found(path, *_MISSING, missing=", ".join(missing))


def _unknown(path: Path, word: str, names: Collection[str]) -> Finding:
    return found(path, *_UNKNOWN, word=quoted(word), hint=suggested(word, names))


_NO_VARIANTS = (
    "le scénario n'a pas de variantes ; l'enlever, ou donner « variants » en tête du scénario",
    "the scenario has no variants; take it away, or give 'variants' at the top of the scenario",
)
_TOO_FEW = (
    "une seule variante n'en est pas une ; en donner au moins deux, ou enlever la clé",
    "a single variant is none; give at least two, or take the key away",
)
_CHOSEN = (
    "la variante se choisit en jouant (« mon-cas:variante ») ; enlever cette clé",
    "the variant is chosen when playing ('my-case:variant'); take this key away",
)
_ONLY_NOWHERE = (
    "aucune variante ne le garde ; en nommer au moins une, ou enlever « only »",
    "no variant keeps it; name at least one, or take 'only' away",
)
_NOT_AN_ID = (
    "{given} n'est pas le nom d'une variante ; écrire « only: [nom] »",
    "{given} is not the id of a variant; write 'only: [id]'",
)
_TWICE = (
    "{word} est déjà donné plus haut dans cette liste ; en changer ou l'enlever",
    "{word} is already given above in this list; change it or take it away",
)
_BESIDE = (
    "à côté de « by_variant » il ne peut rien y avoir ; mettre cette clé dans chaque variante",
    "nothing may stand beside 'by_variant'; put this key inside each variant",
)
_NO_CHOICES = (
    "{given} au lieu d'une valeur par variante ; écrire « variante: valeur » pour {names}",
    "{given} instead of a value for each variant; write 'variant: value' for {names}",
)
_MISSING = (
    "il manque une valeur pour {missing} ; en donner une, au besoin null ou []",
    "a value is missing for {missing}; give one, null or [] if need be",
)
_UNKNOWN = (
    "{word} n'est pas parmi les variantes{hint}",
    "{word} is not among the variants{hint}",
)
