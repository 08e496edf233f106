"""What pydantic found wrong, in our words and in both languages."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.errors import Path
from simulator.scenario.anatomy import TAG, keys_at
from simulator.scenario.kinds import DecisionKind, DirectionKind
from simulator.scenario.marks import Data
from simulator.scenario.wording import Finding, listed, phrase, shown, suggested
from simulator.text import Text

_GROUP = (
    "{given} au lieu d'un groupe de clés ; écrire « clé: valeur ». Clés permises : {keys}",
    "{given} instead of a group of keys; write 'key: value'. Keys allowed: {keys}",
)
_LIST = (
    "{given} au lieu d'une liste ; écrire un élément par ligne après « - »",
    "{given} instead of a list; write an item a line after '-'",
)
_INTEGER = (
    "{given} n'est pas un nombre entier ; écrire des chiffres seuls, sans guillemets",
    "{given} is not a whole number; write digits alone, without quotes",
)
_NUMBER = (
    "{given} n'est pas un nombre ; écrire 12 ou 0.5, sans guillemets",
    "{given} is not a number; write 12 or 0.5, without quotes",
)
_SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("cette clé manque ; l'ajouter", "this key is missing; add it"),
    "extra_forbidden": ("cette clé n'existe pas ici{hint}", "there is no such key here{hint}"),
    "string_type": (
        "{given} n'est pas un texte ; en écrire un, au besoin entre guillemets",
        "{given} is not a text; write one, in quotes if need be",
    ),
    "string_too_short": (
        "{given} est trop court ; écrire au moins {min_length} caractère",
        "{given} is too short; write at least {min_length} character",
    ),
    "string_too_long": (
        "{given} est trop long ; {max_length} caractères au plus",
        "{given} is too long; {max_length} characters at most",
    ),
    "string_pattern_mismatch": (
        "{given} n'est pas un identifiant ; minuscules sans accent, chiffres et traits d'union,"
        " comme « premier-appel »",
        "{given} is not an id; use lower-case letters without accents, digits and hyphens,"
        " such as 'first-call'",
    ),
    "int_type": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": (
        "{given} n'est ni true ni false ; écrire l'un des deux, sans guillemets",
        "{given} is neither true nor false; write one of them, without quotes",
    ),
    "literal_error": ("{given} n'est pas permis ici{hint}", "{given} is not allowed here{hint}"),
    "union_tag_invalid": ("{given} n'est pas une décision{hint}", "{given} is no decision{hint}"),
    "union_tag_not_found": (
        "la clé « do » manque ; elle dit de quelle décision il s'agit. Permis : {keys}",
        "the key 'do' is missing; it says which decision this is. Allowed: {keys}",
    ),
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": (
        "{given} au lieu d'un groupe de clés ; écrire « clé: valeur »",
        "{given} instead of a group of keys; write 'key: value'",
    ),
    "tuple_type": _LIST,
    "too_short": (
        "il en faut au moins {min_length} ; compléter",
        "at least {min_length} needed; add what is missing",
    ),
    "too_long": (
        "il y en a trop : {max_length} au plus ; en enlever",
        "there are too many: {max_length} at most; take some away",
    ),
    "greater_than": (
        "{given} est trop petit ; il faut plus de {gt}",
        "{given} is too small; it must be more than {gt}",
    ),
    "greater_than_equal": (
        "{given} est trop petit ; il faut au moins {ge}",
        "{given} is too small; it must be at least {ge}",
    ),
    "less_than": (
        "{given} est trop grand ; il faut moins de {lt}",
        "{given} is too large; it must be less than {lt}",
    ),
    "less_than_equal": (
        "{given} est trop grand ; {le} au plus",
        "{given} is too large; it must be at most {le}",
    ),
    "bad_time": ("{fr}", "{en}"),
    "bad_law": ("{fr}", "{en}"),
}
_OTHERWISE = (
    "{given} n'est pas permis ici ({type}) ; voir la liste des clés dans scenarios/README.md",
    "{given} is not allowed here ({type}); see the list of keys in scenarios/README.md",
)
_QUOTED = re.compile(r"'([^']*)'")


def explained(error: ValidationError, data: Data, shape: type[BaseModel]) -> Iterator[Finding]:
    """Yield a finding for each thing wrong in `data`, which should have been a `shape`."""
    for detail in error.errors(include_url=False):
        if not _beside_the_point(detail):
            yield Finding(_path(detail, data), partial(_sentence, detail, shape))


def _beside_the_point(detail: ErrorDetails) -> bool:
    """Return whether pydantic counts too few items only because it has refused some of them."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _path(detail: ErrorDetails, data: Data) -> Path:
    path = without_tags(detail["loc"], data)
    return (*path, TAG) if detail["type"] == "union_tag_invalid" else path


def without_tags(location: Path, data: Data) -> Path:
    """Return the path inside the file of a pydantic location, which also names union members."""
    path: list[str | int] = []
    tagged = False
    for step in location[:-1] if location[-1:] == ("[key]",) else location:
        tagged = not tagged and isinstance(data, dict) and data.get(TAG) == step
        if tagged:
            continue
        path.append(step)
        data = _inside(data, step)
    return tuple(path)


def _inside(data: Data, step: str | int) -> Data:
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _sentence(detail: ErrorDetails, shape: type[BaseModel]) -> Text:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "union_tag_invalid":
        given = context["tag"]
    values: dict[str, object] = {"type": kind, "given": shown(given), **context}
    if kind in ("extra_forbidden", "literal_error", "union_tag_invalid"):
        values["hint"] = _hint(detail, shape, context)
    elif kind in ("model_type", "model_attributes_type"):
        values["keys"] = listed(keys_at(shape, detail["loc"]))
    elif kind == "union_tag_not_found":
        values["keys"] = listed((*get_args(DecisionKind), *get_args(DirectionKind)))
    return phrase(*_SENTENCES.get(kind, _OTHERWISE), **values)


def _hint(detail: ErrorDetails, shape: type[BaseModel], context: Mapping[str, object]) -> Text:
    if detail["type"] == "extra_forbidden":
        return suggested(detail["loc"][-1], keys_at(shape, detail["loc"][:-1]))
    if detail["type"] == "union_tag_invalid":
        return suggested(context["tag"], _words(context["expected_tags"]))
    return suggested(detail["input"], _words(context["expected"]))


def _words(sentence: object) -> list[str]:
    return _QUOTED.findall(str(sentence))
