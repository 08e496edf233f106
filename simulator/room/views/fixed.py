"""What depends on the scenario alone, worked out once: names, the MSEL, audiences."""

import math
from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from simulator.journal.names import Names
from simulator.scenario.shapes import Audience, Claim, Fact, Inject, Outlet, Scenario
from simulator.text import Text

_KEPT = 32
_TOWN, _COUNTRY = 4.0, 7.0  # ten thousand people, ten million: powers of ten
# Those of whom an organisation should think first, when no data were taken.
_CLOSE = (("customers", "clients"), ("users",), ("public",))


class Line(NamedTuple):
    """One line of the MSEL as screens show it; `at` is None when it waits for a condition."""

    id: str
    medium: str
    sender: Text
    title: Text
    text: Text
    at: float | None
    outlet: str | None
    expects: Text | None
    objective: str | None
    added: bool


class Fixed:
    """One scenario, and what screens ask of it again and again."""

    def __init__(self, scenario: Scenario) -> None:
        """Hold `scenario`; everything is worked out when first asked for."""
        self.scenario = scenario
        self.names = Names(scenario)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Return the facts by id."""
        return {fact.id: fact for fact in self.scenario.facts}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Return the claims by id."""
        return {claim.id: claim for claim in self.scenario.claims}

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """Return the outlets by id."""
        return {outlet.id: outlet for outlet in self.scenario.outlets}

    @cached_property
    def injects(self) -> Mapping[str, Inject]:
        """Return the scenario's injects by id."""
        return {inject.id: inject for inject in self.scenario.injects}

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Return the scenario's own lines of the MSEL, by id."""
        return {inject.id: line_of(inject) for inject in self.scenario.injects}

    @cached_property
    def closest(self) -> int:
        """Return the place of the largest audience concerned.

        Those whose data were taken; without any, customers and clients, else users, else all.
        """
        audiences = self.scenario.audiences
        taken = {data.audience for data in self.scenario.data_taken}
        chosen = [a for a in audiences if a.id in taken]
        for kinds in _CLOSE:
            chosen = chosen or [a for a in audiences if a.kind in kinds]
        return audiences.index(max(chosen or audiences, key=_headcount))

    @cached_property
    def topics(self) -> frozenset[str]:
        """Return the topics on which there is something to say."""
        return frozenset(fact.topic for fact in self.scenario.facts if not fact.withhold)

    @cached_property
    def widest(self) -> int:
        """Return the people of the largest audience."""
        return max(self.headcounts)

    @cached_property
    def size(self) -> float:
        """Return how much of a public the case has, 0.3 to 1: a town's is not a country's."""
        power = math.log10(max(10, self.widest))
        return min(1.0, max(0.3, 0.3 + 0.7 * (power - _TOWN) / (_COUNTRY - _TOWN)))

    @cached_property
    def headcounts(self) -> tuple[int, ...]:
        """Return the people of each audience."""
        return tuple(audience.headcount for audience in self.scenario.audiences)


_FIXED: OrderedDict[int, Fixed] = OrderedDict()


def fixed(scenario: Scenario) -> Fixed:
    """Return what is known of `scenario`, kept from one call to the next."""
    # By identity: hashing a scenario reads all of it. Each holds its own, so no id comes twice.
    found = _FIXED.get(id(scenario))
    if found is None:
        found = _FIXED[id(scenario)] = Fixed(scenario)
        while len(_FIXED) > _KEPT:
            _FIXED.popitem(last=False)
    return found


def line_of(inject: Inject, added: bool = False, at: float | None = None) -> Line:
    """Return an inject as a line; `at` is when one with neither time nor condition was played."""
    return Line(
        inject.id,
        inject.medium,
        inject.sender,
        inject.title,
        inject.text,
        at if inject.at is None and inject.when is None else inject.at,
        inject.outlet,
        inject.expects,
        inject.objective,
        added,
    )


def _headcount(audience: Audience) -> int:
    return audience.headcount
