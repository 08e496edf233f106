# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
# cython: annotation_typing=False
"""Events where one audience alone moves: the numbers of chain.py, in half the time.

It makes the draws of `take_events` in their order, and every sum in the order in which `weigh`,
`add_up` and `fire` make it, so that results are the same to the last bit: a change here wants the
same change there. Counts and rates are local variables, which a compiler keeps at hand; columns it
has to read again after each draw.
"""

from simulator.rumour.chain import Chain


class Lone(Chain):
    """A chain that knows a shorter way where only one audience moves."""

    def events(self, members: int, minutes: float, most: int) -> float:
        """Do what `take_events` does, by the shorter way if there is but one member."""
        if members == 1:
            return self.take_alone(self.order[0], minutes, most)
        return self.take_events(members, minutes, most)

    def take_alone(self, g: int, minutes: float, most: int) -> float:
        """Simulate audience `g` exactly; minutes and events are bounded as in `take_events`."""
        hear_inside, hear_mixed = self.hear_inside[g], self.hear_mixed[g]
        stop_inside, stop_mixed = self.stop_inside[g], self.stop_mixed[g]
        articles, account, betrayal = self.articles[g], self.account[g], self.betrayal[g]
        tire, corrects, passes_on = self.tire[g], self.corrects[g], self.passes_on[g]
        weight, base_talk, base_know = self.weight[g], self.base_talk, self.base_know
        ignorants, spreaders = self.ignorants[g], self.spreaders[g]
        stiflers, informed = self.stiflers[g], self.informed[g]
        believed, elapsed = 0, 0.0
        while most != 0:
            talk = base_talk + weight * spreaders
            others = base_know + weight * (spreaders + stiflers) - weight
            total = (
                ignorants * (hear_inside * spreaders + articles + account)
                + spreaders * (stop_inside * (spreaders - 1 + stiflers) + tire)
                + (spreaders + stiflers) * corrects
                + informed * betrayal
            )
            total += hear_mixed * ignorants * talk
            total += stop_mixed * spreaders * others
            if total <= 0.0:
                elapsed = minutes
                break
            elapsed += self.exponential() / total
            if elapsed >= minutes:
                elapsed = minutes
                break
            most -= 1
            target = self.uniform() * total
            rate = ignorants * (hear_inside * spreaders + hear_mixed * talk + articles)
            if target < rate:
                ignorants -= 1
                believed += 1
                if target < passes_on * rate:
                    spreaders += 1
                else:
                    stiflers += 1
                continue
            rest = target - rate - ignorants * account - informed * betrayal
            rate = spreaders * (
                stop_inside * (spreaders - 1 + stiflers) + stop_mixed * others + tire
            )
            if 0.0 <= rest < rate:
                spreaders -= 1
                stiflers += 1
                continue
            # What is left, the organisation's account and betrayal, is rarer: the chain does it.
            self.ignorants[g], self.spreaders[g] = ignorants, spreaders
            self.stiflers[g], self.informed[g] = stiflers, informed
            self.all_talk, self.all_know = talk, base_know + weight * (spreaders + stiflers)
            self.fire(g, target)
            ignorants, spreaders = self.ignorants[g], self.spreaders[g]
            stiflers, informed = self.stiflers[g], self.informed[g]
        self.ignorants[g], self.spreaders[g] = ignorants, spreaders
        self.stiflers[g], self.informed[g] = stiflers, informed
        self.believed[g] += believed
        return elapsed
