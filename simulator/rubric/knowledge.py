"""What the rubric knows of a language: its words and rules, prepared once for all runs."""

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

from simulator.kept import kept
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

    Stemming some thousand words takes longer than reading them back.
    """
    words, rules = ((_HERE / f"{what}_{language}.yaml").read_bytes() for what in ("words", "rules"))
    makers = [(_HERE / name).read_bytes() for name in _MAKERS]
    found = kept(_HERE, language, [words, rules, *makers], lambda: _made(language, words, rules))
    return Knowledge(Lexicon(found["words"]), made_of(found["rules"]))


def _made(language: Language, words: bytes, rules: bytes) -> _Kept:
    prepared = prepare(language, read_classes(words))
    return {"words": prepared, "rules": read_rules(rules, frozenset(prepared["names"]))}
