"""The rules of a language: which patterns, said how, prove an element or a fault."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from simulator.rubric.patterns import Found, Pattern, opens, pattern
from simulator.rubric.sentences import Sentence
from simulator.rubric.shapes import Span
from simulator.scenario.marks import Data, read

_MOST_SPANS = 4


class Rule(BaseModel):
    """One way to say an element or a fault.

    `said` is how the words must stand: affirmed, denied, not denied, or any. `unless` are classes
    that must not stand between the beginning of the clause and the last word, `within` between the
    first word and the last, `nowhere` anywhere in the sentence; `needs` classes must stand in it;
    `under` are classes of which the heading above must hold one, `not_under` none; `if_found` is
    an element proved before. `headings` also looks at headings, `outsiders` at what others
    are said to claim.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    find: Annotated[tuple[str, ...], Field(min_length=1)]
    said: Literal["affirmed", "denied", "not denied", "any"] = "affirmed"
    unless: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    not_under: tuple[str, ...] = ()
    if_found: str = ""
    headings: bool = False
    questions: bool = False
    outsiders: bool = False

    def patterns(self) -> tuple[Pattern, ...]:
        """Return what to look for."""
        return tuple(map(pattern, self.find))

    def reads(self, sentence: Sentence) -> bool:
        """Return whether the rule looks at a sentence at all."""
        if sentence.heading and not self.headings:
            return False
        if sentence.asks and not self.questions and not sentence.heading:
            return False
        if self.under and not _is_under(sentence, self.under):
            return False
        if self.not_under and _is_under(sentence, self.not_under):
            return False
        if sentence.reports and not self.outsiders:
            return False
        return all(map(sentence.has, self.needs)) and not any(map(sentence.has, self.nowhere))

    def holds(self, sentence: Sentence, found: Found) -> bool:
        """Return whether the words found are said as the rule asks."""
        start = sentence.clause_of(found[0])
        if any(_stands(sentence, name, start, found[1]) for name in self.unless):
            return False
        if any(sentence.has(name, *found) for name in self.within):
            return False
        if self.said == "any":
            return True
        polarity = sentence.polarity(*found)
        return polarity != "denied" if self.said == "not denied" else polarity == self.said


def _stands(sentence: Sentence, name: str, start: int, end: int) -> bool:
    """Return whether a class stands there; an order only where a clause begins with it."""
    if name != "ORDER":
        return sentence.has(name, start, end)
    orders = sentence.places.get(name, ())
    return any(start <= place < end and opens(sentence, place) for place, _ in orders)


def _is_under(sentence: Sentence, names: Iterable[str]) -> bool:
    heading = sentence.under
    return heading is not None and any(map(heading.has, names))


Groups = dict[str, tuple[Rule, ...]]


class Rules(NamedTuple):
    """The rules of each element and fault, and which patterns a word may be the key to.

    Most patterns need a word that few sentences hold: only those are tried whose key stands there.
    """

    groups: Groups
    every: tuple[tuple[str, Rule, Pattern], ...]
    keys: dict[str, tuple[int, ...]]

    def tried(self, sentence: Sentence) -> dict[str, list[tuple[Rule, Pattern]]]:
        """Return the patterns whose words all stand in a sentence, in the order of the rules."""
        keys, there = self.keys, sentence.places.keys()
        tried: dict[str, list[tuple[Rule, Pattern]]] = defaultdict(list)
        for number in sorted({number for key in there for number in keys.get(key, ())}):
            name, rule, each = self.every[number]
            if not any(there.isdisjoint(item.choices) for item in each.items):
                tried[name].append((rule, each))
        return tried


def _rules(groups: Groups) -> Rules:
    every = tuple(
        (name, rule, each)
        for name, group in groups.items()
        for rule in group
        for each in rule.patterns()
    )
    keys: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, each) in enumerate(every):
        for choice in each.key():
            keys[choice].append(number)
    return Rules(groups, every, {choice: tuple(numbers) for choice, numbers in keys.items()})


def read_rules(content: bytes, names: frozenset[str]) -> dict[str, list[Data]]:
    """Return the rules of each element and fault as plain data, from a file of rules.

    Raises:
        ValueError: when a rule is none, or names a class of words that is not among `names`.
    """
    data = read(content).data
    assert isinstance(data, dict)
    found = {name: group for name, group in data.items() if isinstance(group, list)}
    _check(made_of(found).groups, names)
    return found


def made_of(data: dict[str, list[Data]]) -> Rules:
    """Return rules from plain data."""
    return _rules(_SHAPE.validate_json(json.dumps(data)))


_SHAPE: TypeAdapter[Groups] = TypeAdapter(Groups)


def _check(found: Groups, names: frozenset[str]) -> None:
    for element, group in found.items():
        for rule in group:
            choices = {
                choice
                for each in rule.patterns()
                for item in each.items
                for choice in item.choices
                if choice.isupper()
            }
            choices |= {*rule.unless, *rule.within, *rule.nowhere, *rule.needs}
            choices |= {*rule.under, *rule.not_under}
            if choices - names:
                raise ValueError(f"{element}: no such classes of words: {sorted(choices - names)}")


def evidence(found: list[Sentence], text: str, rules: Rules) -> dict[str, tuple[Span, ...]]:
    """Return, for each element and fault proved, the words that prove it."""
    spans: dict[str, list[Span]] = defaultdict(list)
    tried = [(sentence, rules.tried(sentence)) for sentence in found]
    for name in rules.groups:
        for sentence, patterns in tried:
            if len(spans[name]) >= _MOST_SPANS:
                break
            place = _first(patterns.get(name, []), sentence, spans)
            if place is not None:
                spans[name].append(_span(sentence, place, text))
    return {name: tuple(places) for name, places in spans.items() if places}


def _first(
    tried: list[tuple[Rule, Pattern]], sentence: Sentence, spans: dict[str, list[Span]]
) -> Found | None:
    """Return the first words of a sentence that satisfy one of the rules."""
    last, reads = None, False
    for rule, each in tried:
        if rule is not last:
            proved = not rule.if_found or bool(spans.get(rule.if_found))
            last, reads = rule, proved and rule.reads(sentence)
        if not reads:
            continue
        for place in each.found(sentence):
            if rule.holds(sentence, place):
                return place
    return None


def _span(sentence: Sentence, place: Found, text: str) -> Span:
    start, end = sentence.tokens[place[0]].start, sentence.tokens[place[1] - 1].end
    return Span(start, end, text[start:end])
