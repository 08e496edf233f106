"""Whether the model behaves as practitioners say crises do; `make behaviour` prints the table."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from bench import plans
from simulator import run, score
from simulator.journal.entries import ArticlePublished, CallLost, CallRang, OpinionMeasured
from simulator.scenario import Decision

SEEDS = 4
_HOURS = (12, 24, 48, 96, 237)
_CALL_EDGES = (0, 3, 6, 12, 24, 48, 72, 96, 120, 168, 238)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to. Belief and account: per cent of the headcount, by audience.

    `belief_at` holds belief at 12, 24, 48, 96 and 237 h after the story. `calls_by`: counts in the
    intervals between 0, 3, 6, 12, 24, 48 … hours after it. Returns: per cent.
    """

    reactivity: float
    transparency: float
    overall: float
    belief: Mapping[str, float]
    account: Mapping[str, float]
    trust: Mapping[str, float]
    belief_at: Mapping[str, tuple[float, ...]]
    calls: int
    lost: int
    bad_tone: float
    calls_by: tuple[int, ...]
    lowest: float
    last: float


def measure(decisions: Iterable[Decision], seed: int) -> Run:
    """Return what the Gemalto case comes to with these decisions."""
    scenario = plans.scenario()
    journal = run(scenario, decisions, seed)
    card = score(journal, scenario)
    polls = journal.of(OpinionMeasured)
    ids = [audience.id for audience in scenario.audiences]
    people = np.array([audience.headcount for audience in scenario.audiences])
    belief = np.array([np.add(poll.spreaders, poll.stiflers) for poll in polls]) / people * 100
    informed = np.array(polls[-1].informed) / people * 100
    hours = np.array([poll.at - scenario.breaks for poll in polls]) / 60
    rang = [(call.at - scenario.breaks) / 60 for call in journal.of(CallRang)]
    articles = journal.of(ArticlePublished)
    places = [int(np.searchsorted(hours, hour)) for hour in _HOURS]
    prices = [poll.abnormal_return for poll in polls]
    return Run(
        card.reactivity.score,
        card.transparency.score,
        card.overall.score,
        dict(zip(ids, belief[-1].tolist(), strict=True)),
        dict(zip(ids, informed.tolist(), strict=True)),
        dict(zip(ids, polls[-1].trust, strict=True)),
        {who: tuple(belief[places, i].tolist()) for i, who in enumerate(ids)},
        len(rang),
        len(journal.of(CallLost)),
        100 * float(np.mean([article.tone != "fair" for article in articles])) if articles else 0.0,
        tuple(np.histogram(rang, bins=_CALL_EDGES)[0].tolist()),
        min(prices),
        prices[-1],
    )


def _one(job: tuple[tuple[Decision, ...], int]) -> Run:
    return measure(*job)


def many(decisions: Iterable[Decision], seeds: Iterable[int], workers: int = 1) -> list[Run]:
    """Return the runs of a plan under several seeds, in the order of the seeds."""
    jobs = [(tuple(decisions), seed) for seed in seeds]
    if workers == 1:
        return [_one(job) for job in jobs]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_one, jobs, chunksize=4))


def mean(runs: Iterable[Run], value: Callable[[Run], float]) -> float:
    """Return the mean of one value over runs."""
    return float(np.mean([value(one) for one in runs]))


def table() -> dict[str, tuple[Decision, ...]]:
    """Return the plans of the behaviour table by name."""
    exemplary, historical = plans.plan("exemplary"), plans.plan("historical")
    holding = {f"holding after {h} h": plans.holding_after(h) for h in (1, 6, 24, 60)}
    late = {f"all {h} h later": plans.later(exemplary, h) for h in (5, 23, 71)}
    return {
        "silence": (),
        "historical": historical,
        "exemplary": exemplary,
        "no holding word": plans.holding_after(None),
        **holding,
        **late,
        "a lie": plans.lie(),
        "over-assured": plans.over_assured(),
        "historical 6 h later": plans.later(historical, 6),
    }


_COLUMNS: dict[str, Callable[[Run], float]] = {
    "R": lambda one: one.reactivity,
    "T": lambda one: one.transparency,
    "overall": lambda one: one.overall,
    "calls": lambda one: one.calls,
    "lost": lambda one: one.lost,
    "bad %": lambda one: one.bad_tone,
    "lowest": lambda one: one.lowest,
    "last": lambda one: one.last,
    "public": lambda one: one.belief["public"],
    "users": lambda one: one.belief["phone-users"],
    "operat.": lambda one: one.belief["operators"],
    "employ.": lambda one: one.belief["employees"],
    "experts": lambda one: one.belief["experts"],
    "trust": lambda one: one.trust["operators"],
    "exp.acc": lambda one: one.account["experts"],
}


def main() -> None:
    """Print the behaviour table."""
    print(
        f"Means of {SEEDS} seeds. Belief of each audience and the experts' account: % of headcount"
    )
    print("at the end; bad %: articles not fair; lowest, last: return in %; trust: the operators'.")
    print(f"{'plan':22}" + "".join(f"{name:>8}" for name in _COLUMNS) + "   operators 12-237 h")
    for name, decisions in table().items():
        runs = many(decisions, range(1, SEEDS + 1), workers=2)
        print(f"{name:22}{_row(runs)}", flush=True)


def _row(runs: list[Run]) -> str:
    cells = "".join(f"{mean(runs, value):8.1f}" for value in _COLUMNS.values())
    over_time = np.mean([one.belief_at["operators"] for one in runs], axis=0)
    return f"{cells}   {' '.join(f'{value:.0f}' for value in over_time)}"


if __name__ == "__main__":
    main()
