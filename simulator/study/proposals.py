"""What to try next: near the best so far, and where a sampler hopes for more."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from simulator.errors import wrong
from simulator.streams import Streams
from simulator.study.knobs import Choice, Knobs, Turned

_NEAR = 2  # of every so many proposals one is a neighbour of a good plan
_GOOD = 3
_MORE_KNOBS = 1.0  # turned at a time beside the first, on average


def sampler() -> ModuleType:
    """Return optuna, quiet.

    Raises:
        DrillError: when it is not installed.
    """
    try:
        # Imported here: it is an extra, and heavy.
        import optuna
    except ImportError:
        raise wrong(
            "la recherche du meilleur plan demande optuna : pip install 'cellule[best]'",
            "the search for the best plan needs optuna: pip install 'cellule[best]'",
        ) from None
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    return optuna


class Proposals:
    """Choices to try, in batches; each batch learns from what the ones before were worth."""

    def __init__(self, knobs: Knobs, seed: int) -> None:
        """Nothing has been tried; the first proposal changes nothing."""
        self._optuna = sampler()
        self._knobs, self.made = knobs, 0
        tpe = self._optuna.samplers.TPESampler(seed=seed % 2**32, n_startup_trials=1)
        self._study = self._optuna.create_study(direction="maximize", sampler=tpe)
        self._space = {
            name: self._optuna.distributions.CategoricalDistribution(choices)
            for name, choices in knobs.items()
        }
        self._rng = Streams(seed)("best")
        self._trials: list[Any] = []
        self._worth: list[tuple[float, dict[str, Choice]]] = []

    def ask(self, count: int) -> list[Turned]:
        """Return so many choices; `tell` what they are worth before asking again."""
        for number in range(count):
            if not self.made or number % _NEAR == 0:
                self._study.enqueue_trial(self._near())
            self.made += 1
        self._trials = [self._study.ask(self._space) for _ in range(count)]
        return [dict(trial.params) for trial in self._trials]

    def tell(self, worth: Sequence[float | None]) -> None:
        """Take what each of the last choices is worth, None when it cannot be played."""
        for trial, value in zip(self._trials, worth, strict=True):
            if value is None:
                self._study.tell(trial, state=self._optuna.trial.TrialState.FAIL)
            else:
                self._study.tell(trial, value)
                self._worth.append((value, dict(trial.params)))
        self._worth.sort(key=lambda pair: -pair[0])

    def _near(self) -> dict[str, Choice]:
        """Return one of the good plans with a few knobs turned, or turned back."""
        if not self.made:
            return dict.fromkeys(self._knobs)
        good = [choices for _, choices in self._worth[:_GOOD]] or [dict.fromkeys(self._knobs)]
        near = dict(good[int(self._rng.integers(len(good)))])
        names = list(self._knobs)
        count = min(len(names), 1 + int(self._rng.poisson(_MORE_KNOBS)))
        for place in self._rng.choice(len(names), size=count, replace=False):
            near[names[place]] = self._other(names[place], near[names[place]])
        return near

    def _other(self, name: str, now: Choice) -> Choice:
        if now is not None and self._rng.random() < 1 / 2:
            return None
        others = [choice for choice in self._knobs[name] if choice not in (None, now)]
        return others[int(self._rng.integers(len(others)))] if others else None
