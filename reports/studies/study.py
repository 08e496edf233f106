"""What every study is told with: a scenario, a language, how many seeds; numbers with intervals."""

from dataclasses import dataclass

from reports.facts.speech import Speech
from simulator.engine.model import VERSION
from simulator.scenario import Scenario
from simulator.study.intervals import Interval
from simulator.text import Language

# Under so many seeds, no two of the values hold the median between them at 95 %.
FEW_FOR_A_MEDIAN = 6
# Points; what is smaller would be written 0.0.
NOTICED = 0.05
# Tenths are told of small numbers, and of those known to less than two points.
WHOLE, _FINE = 10.0, 2.0
_PLANS = {
    "historical": ("historique", "historical"),
    "exemplary": ("exemplaire", "exemplary"),
    "silence": ("silence", "silence"),
    "typical": ("typique", "typical"),
}


@dataclass(frozen=True, slots=True)
class Study:
    """A study of a scenario over `runs` seeds, told in one language."""

    scenario: Scenario
    say: Speech
    runs: int

    @property
    def alone(self) -> bool:
        """Return whether there is one seed only: then nothing has an interval."""
        return self.runs < 2

    @property
    def case(self) -> str:
        """Return the title of the scenario."""
        return self.scenario.full_title.say(self.say.language)

    @property
    def version(self) -> str:
        """Return what was run."""
        return f"Cellule {VERSION}"

    @property
    def seeds(self) -> str:
        """Return how many seeds: '24 graines'."""
        return self.say.n(self.runs, "graine", "seed", feminine=True)

    def of_seeds(self, share: float) -> str:
        """Return a share of the seeds: '23 graines sur 24'."""
        part, total = round(share * self.runs), self.runs
        hits, of = self.say.of(part, total)
        if part == 0 or (part == 1 and total <= 16):
            hits = self.say.t("une" if part else "aucune", "one" if part else "no")
        of = self.say.t("une", "one") if total == 1 else of
        noun = self.say.t("graine" if part < 2 else "graines", "seed" if part == 1 else "seeds")
        return f"{hits}\u00a0{noun} " + self.say.t("sur", "out of") + f"\u00a0{of}"

    def plan(self, arm: str) -> str:
        """Return the name of a plan, between quotation marks."""
        fr, en = _PLANS.get(arm, (arm, arm))
        return self.say.quoted(fr if self.say.french else en)

    def sure(self, difference: Interval) -> bool:
        """Return whether an interval leaves zero out; one seed proves nothing."""
        return not self.alone and not difference.crosses_zero

    def between(self, low: str, high: str) -> str:
        """Return two ends: '21 à 23', '21 to 23', '15 à 24 %'; one where they are the same."""
        if low == high:
            return low
        if self.say.french and high.endswith("\u00a0%"):
            low = low.removesuffix("\u00a0%")
        return f"{low}\u00a0{self.say.t('à', 'to')}\u00a0{high}"

    def points(self, number: Interval, *, signed: bool = False) -> str:
        """Return a number of points and its interval: '22 (20 à 24)', '+4,3 (+3,1 à +5,5)'."""
        fine = abs(number.value) < WHOLE or number.high - number.low < _FINE
        places = 1 if fine else 0
        value = self.digits(number.value, places, signed=signed)
        if self.alone or number.low == number.high == 0:
            return value
        return f"{value} ({self._ends(number, places, signed)})"

    def _ends(self, number: Interval, places: int, signed: bool) -> str:
        low, high = (self.digits(x, places, signed=signed) for x in (number.low, number.high))
        if low == high:
            near = self.say.digits(10.0**-places, places)
            return self.say.t(f"à\u00a0{near}\u00a0près", f"to within\u00a0{near}")
        return self.between(low, high)

    def digits(self, value: float, places: int, *, signed: bool) -> str:
        """Return a number, with a plus where it is a gain."""
        said = self.say.digits(value, places)
        gain = signed and float(f"{value:.{places}f}") > 0
        return f"+{said}" if gain else said

    def share(self, number: Interval) -> str:
        """Return a share and its interval: '79 % (60 à 91 %)'."""
        within = "" if self.alone else f" ({self.within(number)})"
        return f"{self.say.percent(number.value)}{within}"

    def within(self, number: Interval) -> str:
        """Return the interval of a share: '60 à 91 %'."""
        return self.between(self.say.percent(number.low), self.say.percent(number.high))


def study_of(scenario: Scenario, runs: int, language: Language) -> Study:
    """Return what a study of so many seeds is told with."""
    return Study(scenario, Speech(language, scenario.clock), runs)


def per_cent(share: Interval) -> Interval:
    """Return an interval of shares, 0 to 1, in per cents."""
    return Interval(100 * share.value, 100 * share.low, 100 * share.high)


def opposite(number: Interval) -> Interval:
    """Return a loss as a gain."""
    return Interval(-number.value, -number.high, -number.low)


def letter(grade: str) -> str:
    """Return a grade as it is printed: 'C−'."""
    return grade.replace("-", "−")
