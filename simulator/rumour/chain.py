# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
# cython: annotation_typing=False
"""The rumour's Markov chain, event by event: who meets whom, what may happen, and chance.

lone.py adds a shorter way for one audience, kernel.py leaps; chain.pxd gives the compiler the C
types of this file. It runs interpreted or compiled and draws the same numbers either way: keep the
order of every operation, never square with `**`, and draw only through the three methods at the
end.

**Who meets whom.** Nobody meets himself. Somebody of audience g spends the share η of his contacts
inside it, on one of the N_g - 1 others, and the rest on anybody but himself, a person of h being
chosen with weight w_h = 1 - η_h. With S = Σ w_h·Y_h and W = Σ w_h·N_h an ignorant of g hears at

    tell · [ η·Y_g / (N_g - 1) + w_g·S / (W - w_g) ] + articles

and a spreader meets knowers likewise, with Y_g + Z_g - 1 in place of Y_g and
Σ w_h·(Y_h + Z_h) - w_g in place of S. One audience is exactly Maki-Thompson, whatever η; any split
of it at η = 0 has the same law in total.
"""

import cython
import numpy as np

if cython.compiled:
    from cython.cimports.cpython.pycapsule import PyCapsule_GetPointer
    from cython.cimports.libc.math import expm1
    from cython.cimports.numpy.random.c_distributions import (
        random_binomial,
        random_standard_exponential,
    )
else:
    from math import expm1


class Chain:
    """The working space of one call: a list per quantity, a number per audience in each."""

    def __init__(
        self,
        people: list[list[int]],
        moved: list[list[int]],
        rates: list[list[float]],
        hazards: list[list[float]],
        room: list[list[float]],
        order: list[int],
        rng: np.random.Generator,
    ) -> None:
        """Name the columns; `people` and `moved` are changed by what follows."""
        self.audiences, self.small = len(people[0]), 0
        self.base_talk = self.base_know = 0.0
        self.name_counts(people, moved)
        self.name_rates(rates, hazards)
        self.order = order
        self.name_room(room)
        self.rng = rng
        if cython.compiled:
            capsule = rng.bit_generator.capsule
            self.bits = cython.cast("bitgen_t *", PyCapsule_GetPointer(capsule, "BitGenerator"))

    def name_counts(self, people: list[list[int]], moved: list[list[int]]) -> None:
        """Name the columns of the counts and of the moves."""
        self.ignorants, self.spreaders = people[0], people[1]
        self.stiflers, self.informed = people[2], people[3]
        self.believed, self.corrected = moved[0], moved[1]
        self.gave_up, self.betrayed = moved[2], moved[3]

    def name_rates(self, rates: list[list[float]], hazards: list[list[float]]) -> None:
        """Name the columns of the rates and of the hazards."""
        self.tell, self.stifle, self.tire = rates[0], rates[1], rates[2]
        self.passes_on, self.inside, self.gives_up = rates[3], rates[4], rates[5]
        self.articles, self.account, self.betrayal = hazards[0], hazards[1], hazards[2]

    def name_room(self, room: list[list[float]]) -> None:
        """Name the columns of what follows from counts and rates."""
        self.weight, self.corrects = room[0], room[1]
        self.hear_inside, self.hear_mixed = room[2], room[3]
        self.stop_inside, self.stop_mixed = room[4], room[5]
        self.alone, self.heard, self.stopped = room[6], room[7], room[8]
        self.talk, self.know, self.rate = room[9], room[10], room[11]
        self.hearing, self.stopping = room[12], room[13]
        self.spreader_drift, self.spreader_noise = room[14], room[15]
        self.knower_drift, self.knower_noise = room[16], room[17]

    # Who meets whom

    def meet(self, exact_below: int) -> None:
        """Turn the rates into what one spreader adds to a hazard, and put small audiences first."""
        mixed, large = 0.0, self.audiences
        for g in range(self.audiences):
            people = self.ignorants[g] + self.spreaders[g] + self.stiflers[g] + self.informed[g]
            self.weight[g] = 1.0 - self.inside[g]
            mixed += self.weight[g] * people
            if people <= exact_below:
                self.order[self.small] = g
                self.small += 1
            else:
                large -= 1
                self.order[large] = g
        for g in range(self.audiences):
            self.meet_others(g, mixed)

    def meet_others(self, g: int, mixed: float) -> None:
        """Share out the contacts of audience `g`; whoever finds nobody to meet meets nobody."""
        people = self.ignorants[g] + self.spreaders[g] + self.stiflers[g] + self.informed[g]
        inside = self.inside[g] / (people - 1) if people > 1 else 0.0
        others = mixed - self.weight[g]
        outside = self.weight[g] / others if others > 0.0 else 0.0
        self.hear_inside[g] = self.tell[g] * inside
        self.hear_mixed[g] = self.tell[g] * outside
        self.stop_inside[g] = self.stifle[g] * inside
        self.stop_mixed[g] = self.stifle[g] * outside
        self.corrects[g] = self.gives_up[g] * self.account[g]

    # Events, one at a time

    def take_events(self, members: int, minutes: float, most: int) -> float:
        """Simulate the first `members` audiences exactly; return the minutes that took.

        It stops after `minutes`, or after `most` events if that is not negative.
        """
        elapsed = 0.0
        for k in range(members):
            self.weigh(self.order[k])
        while most != 0:
            total = self.add_up(members)
            if total <= 0.0:
                return minutes
            elapsed += self.exponential() / total
            if elapsed >= minutes:
                return minutes
            self.fire_in(members, self.uniform() * total)
            most -= 1
        return elapsed

    def weigh(self, g: int) -> None:
        """Bring up to date what the counts of audience `g` contribute to its and others' rates."""
        ignorants, spreaders, stiflers = self.ignorants[g], self.spreaders[g], self.stiflers[g]
        self.alone[g] = (
            ignorants * (self.hear_inside[g] * spreaders + self.articles[g] + self.account[g])
            + spreaders * (self.stop_inside[g] * (spreaders - 1 + stiflers) + self.tire[g])
            + (spreaders + stiflers) * self.corrects[g]
            + self.informed[g] * self.betrayal[g]
        )
        self.heard[g] = self.hear_mixed[g] * ignorants
        self.stopped[g] = self.stop_mixed[g] * spreaders
        self.talk[g] = self.weight[g] * spreaders
        self.know[g] = self.weight[g] * (spreaders + stiflers)

    def add_up(self, members: int) -> float:
        """Set the rate of each of the first `members` audiences and return their sum."""
        talk, know, total = self.base_talk, self.base_know, 0.0
        for k in range(members):
            g = self.order[k]
            talk += self.talk[g]
            know += self.know[g]
        self.all_talk, self.all_know = talk, know
        for k in range(members):
            g = self.order[k]
            rate = self.alone[g] + self.heard[g] * talk
            if self.stopped[g] > 0.0:
                rate += self.stopped[g] * (know - self.weight[g])
            self.rate[g] = rate
            total += rate
        return total

    def fire_in(self, members: int, target: float) -> None:
        """Make the event that `target`, uniform between 0 and the total rate, points at.

        What rounding leaves beyond the last event, some 1e-16 of the total, moves nobody.
        """
        for k in range(members):
            g = self.order[k]
            if target < self.rate[g]:
                self.fire(g, target)
                self.weigh(g)
                return
            target -= self.rate[g]

    def fire(self, g: int, target: float) -> None:
        """Move one person of audience `g`, chosen by `target` between 0 and its rate."""
        rate = self.ignorants[g] * (
            self.hear_inside[g] * self.spreaders[g]
            + self.hear_mixed[g] * self.all_talk
            + self.articles[g]
        )
        if target < rate:
            self.believe(g, 1, 1 if target < self.passes_on[g] * rate else 0)
            return
        target -= rate
        rate = self.ignorants[g] * self.account[g]
        if target < rate:
            self.correct(g, 1)
            return
        target -= rate
        rate = self.informed[g] * self.betrayal[g]
        if target < rate:
            self.betray(g, 1, 1 if target < self.passes_on[g] * rate else 0)
            return
        self.fire_knower(g, target - rate)

    def fire_knower(self, g: int, target: float) -> None:
        """Move one spreader or stifler of audience `g`, as `fire` does."""
        rate = self.spreaders[g] * (
            self.stop_inside[g] * (self.spreaders[g] - 1 + self.stiflers[g])
            + self.stop_mixed[g] * (self.all_know - self.weight[g])
            + self.tire[g]
        )
        if target < rate:
            self.stop(g, 1, 0)
            return
        target -= rate
        rate = self.spreaders[g] * self.corrects[g]
        if target < rate:
            self.stop(g, 1, 1)
        elif target - rate < self.stiflers[g] * self.corrects[g]:
            self.leave(g, 1)

    # Moves, with their bookkeeping

    def believe(self, g: int, people: int, spreaders: int) -> None:
        """Let ignorants believe the worst version; `spreaders` of them pass it on."""
        self.ignorants[g] -= people
        self.spreaders[g] += spreaders
        self.stiflers[g] += people - spreaders
        self.believed[g] += people

    def correct(self, g: int, people: int) -> None:
        """Let ignorants accept the account."""
        self.ignorants[g] -= people
        self.informed[g] += people
        self.corrected[g] += people

    def betray(self, g: int, people: int, spreaders: int) -> None:
        """Let informed people turn to the worst version; `spreaders` of them pass it on."""
        self.informed[g] -= people
        self.spreaders[g] += spreaders
        self.stiflers[g] += people - spreaders
        self.betrayed[g] += people

    def stop(self, g: int, people: int, informed: int) -> None:
        """Let spreaders stop; `informed` of them because they give the worst version up."""
        self.spreaders[g] -= people
        self.stiflers[g] += people - informed
        self.informed[g] += informed
        self.gave_up[g] += informed

    def leave(self, g: int, people: int) -> None:
        """Let stiflers give the worst version up."""
        self.stiflers[g] -= people
        self.informed[g] += people
        self.gave_up[g] += people

    # Chance

    def gone(self, people: int, arriving: int, exposure: float) -> int:
        """Draw how many leave: `people` exposed all along, `arriving` from some time on."""
        if exposure <= 0.0:
            return 0
        left = expm1(-exposure)
        return self.binomial(people, -left) + self.binomial(arriving, 1.0 + left / exposure)

    def part(self, people: int, rate: float, total: float) -> int:
        """Draw how many of `people` go the way that has `rate` of the `total`."""
        return people if rate >= total else self.binomial(people, rate / total)

    def binomial(self, people: int, chance: float) -> int:
        """Draw how many of `people` it happens to; nothing is drawn when that is certain."""
        if people <= 0 or chance <= 0.0:
            return 0
        if chance >= 1.0:
            return people
        if cython.compiled:
            # `memory` is numpy's own, a C structure that only the compiled class has.
            memory = cython.address(self.memory)  # type: ignore[attr-defined]
            return random_binomial(self.bits, chance, people, memory)  # type: ignore[no-any-return]
        return self.rng.binomial(people, chance)

    def uniform(self) -> float:
        """Draw between 0 and 1."""
        if cython.compiled:
            return self.bits.next_double(self.bits.state)  # type: ignore[no-any-return]
        return self.rng.random()

    def exponential(self) -> float:
        """Draw a waiting time of mean 1."""
        if cython.compiled:
            return random_standard_exponential(self.bits)  # type: ignore[no-any-return]
        return self.rng.standard_exponential()
