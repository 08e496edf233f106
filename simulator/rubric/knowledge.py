"""What the rubric knows of a language: its words and rules, prepared once for all runs."""

import hashlib
import marshal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

from simulator.files import write_whole
from simulator.rubric.lexicon import Lexicon, Prepared, prepare, read_classes
from simulator.rubric.rules import Rules, made_of, read_rules
from simulator.scenario.marks import Data
from simulator.text import Language

_HERE = Path(__file__).parent
# What the words become depends on these beside the words themselves.
_MAKERS = ("lexicon.py", "words.py", "rules.py", "knowledge.py")


class _Kept(TypedDict):
    words: Prepared
    rules: dict[str, list[Data]]


class Knowledge(NamedTuple):
    """The words and the rules of one language."""

    words: Lexicon
    rules: Rules


@cache
def knowledge(language: Language) -> Knowledge:
    """Return the words and rules that come with the package.

    Stemming some thousand words takes longer than reading them back: as Python does with modules,
    the result is kept beside the sources, and made again when these change.
    """
    words, rules = (_HERE / f"{what}_{language}.yaml" for what in ("words", "rules"))
    sources = [words.read_bytes(), rules.read_bytes()]
    path = _HERE / "__pycache__" / f"{language}.{sys.implementation.cache_tag}.{_digest(sources)}"
    kept = _read(path)
    if kept is None:
        kept = _made(language, *sources)
        with suppress(OSError):
            write_whole(path, marshal.dumps(dict(kept)))
    return Knowledge(Lexicon(kept["words"]), made_of(kept["rules"]))


def _made(language: Language, words: bytes, rules: bytes) -> _Kept:
    prepared = prepare(language, read_classes(words))
    return {"words": prepared, "rules": read_rules(rules, frozenset(prepared["names"]))}


def _digest(sources: list[bytes]) -> str:
    made = hashlib.sha256()
    for content in (*sources, *((_HERE / name).read_bytes() for name in _MAKERS)):
        made.update(content)
    return made.hexdigest()[:16]


def _read(path: Path) -> _Kept | None:
    try:
        kept: _Kept = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return kept
