"""What the studies print: medians with intervals, differences, what would have mattered."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from simulator.cli.language import Voice
from simulator.cli.screens import WIDTH
from simulator.scenario import Scenario
from simulator.study.compare import Comparison
from simulator.study.confirm import Found
from simulator.study.ensemble import Ensemble
from simulator.study.intervals import Interval
from simulator.study.whatif import Effect, WhatIf
from simulator.text import Text

_MOST = 6
_VALUES: dict[str, Text] = {
    "overall": Text(fr="Ensemble", en="Overall"),
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
    "belief": Text(fr="Croient au pire (%)", en="Believe the worst (%)"),
    "misinformed": Text(fr="Mal informés (%)", en="Misinformed (%)"),
    "trust": Text(fr="Confiance (%)", en="Trust (%)"),
}
_PER_CENT = ("belief", "misinformed", "trust")
_SOURCES: dict[str, Text] = {
    "rumour": Text(fr="rumeur", en="rumour"),
    "press": Text(fr="presse", en="press"),
    "investigation": Text(fr="enquêtes", en="investigations"),
    "other": Text(fr="reste", en="the rest"),
}


def ensemble_page(scenario: Scenario, result: Ensemble, say: Voice) -> str:
    """Return the letters, the scores and where their variance comes from."""
    lines = [_head(scenario, result.arm, result.runs, say), ""]
    lines += [
        f"{letter:<3} {_share(found, say)}"
        for letter, found in result.grades.items()
        if found.value
    ]
    lines += ["", say("Médiane, et 9 graines sur 10", "Median, and 9 seeds in 10")]
    for name, title in _VALUES.items():
        spread, scale = result.spreads[name], _scale(name)
        middle, low, high = (
            _number(scale * x, say) for x in (spread.median.value, spread.p05, spread.p95)
        )
        lines.append(f"  {title.say(say.language):<24} {middle:>6}   {low} – {high}")
    return "\n".join([*lines, "", *_splits(result, say)])


def _splits(result: Ensemble, say: Voice) -> Iterator[str]:
    yield say("D’où vient la variance", "Where the variance comes from")
    for name, split in result.splits.items():
        if name not in _VALUES:
            continue
        plan = "" if split.plan is None else f"{say('plan', 'plan')} {_percent(split.plan, say)}, "
        luck = ", ".join(
            f"{_SOURCES[source].say(say.language)} {_percent(found, say)}"
            for source, found in split.luck.items()
        )
        yield f"  {_VALUES[name].say(say.language):<24} {plan}{say('chance :', 'luck:')} {luck}"


def comparison_page(scenario: Scenario, result: Comparison, say: Voice) -> str:
    """Return each plan's medians, then what it is worth over the first."""
    first = next(iter(result.spreads))
    lines = [_head(scenario, first, result.runs, say), ""]
    for difference in result.differences:
        over = say("de plus que", "over")
        lines.append(f"{difference.of} {over} {difference.over}")
        lines += [
            f"  {title.say(say.language):<24} {_interval(difference.values[name], name, say)}"
            for name, title in _VALUES.items()
        ]
        ahead = _share(difference.both_axes, say)
        lines += [f"  {say('Devant sur les deux axes', 'Ahead on both axes'):<24} {ahead}", ""]
    return "\n".join(lines).rstrip()


def whatif_page(scenario: Scenario, plan: str, result: WhatIf, say: Voice) -> str:
    """Return what would have mattered most for each axis and for belief."""
    tried = say(f"{result.tried} changements essayés", f"{result.tried} changes tried")
    lines = [f"{_head(scenario, plan, result.runs, say)}  ·  {tried}"]
    for name in ("reactivity", "transparency", "belief"):
        lines += ["", _VALUES[name].say(say.language)]
        ranked = result.ranked(name)[:_MOST] if len(result.effects) > 1 else result.effects
        lines += [_effect(effect, name, say) for effect in ranked]
        if not ranked:
            lines.append(f"  {say('rien qui compte', 'nothing that matters')}")
    return "\n".join(lines)


def best_page(
    scenario: Scenario, found: Found, lines: Sequence[Text], paths: Sequence[Path], say: Voice
) -> str:
    """Return the verdict on the best plan found, its numbers, and what it does otherwise."""
    tried = say(f"{found.tried} plans essayés", f"{found.tried} plans tried")
    runs = say(f"{found.spent} répétitions", f"{found.spent} replications")
    page = [f"{scenario.full_title.say(say.language)}  ·  {tried}  ·  {runs}", ""]
    page += [_beaten(found, say), "", *_worth(found, say)]
    if lines:
        page += [say("Autrement que", "Otherwise than") + f" {found.reference}"]
    for line in lines:
        page += textwrap.wrap(
            line.say(say.language), WIDTH, initial_indent="  ", subsequent_indent="    "
        )
    places = [f"{say('Plan :', 'Plan:')} {paths[0]}", f"{say('Nombres :', 'Numbers:')} {paths[1]}"]
    return "\n".join([*page, *([""] if lines else []), *places])


def _beaten(found: Found, say: Voice) -> str:
    if found.alike is None:
        return (
            say(
                "Interrompu, rien n’est confirmé (la même commande reprend là) ; moyenne sur"
                f" {found.seeds} graines :",
                "Interrupted, nothing is confirmed (the same command goes on from here); mean over"
                f" {found.seeds} seeds:",
            )
            + f" {_number(found.on_search[0], say)} → {_number(found.on_search[1], say)}"
        )
    if found.same:
        return say(
            f"Aucun plan trouvé ne bat {found.reference} : aucun ne fait mieux sur"
            f" {found.seeds} graines",
            f"No plan found beats {found.reference}: none does better on {found.seeds} seeds",
        )
    worth = _interval(found.alike.values["overall"], "overall", say)
    if found.beats:
        return say(f"Bat {found.reference} de {worth}", f"Beats {found.reference} by {worth}")
    return say(
        f"Aucun plan trouvé ne bat {found.reference} : {worth}",
        f"No plan found beats {found.reference}: {worth}",
    )


def _worth(found: Found, say: Voice) -> Iterator[str]:
    """Yield the differences on fresh seeds, both plans judged alike, then as they are written."""
    rows = (
        (say("À textes égaux (aucun)", "On equal terms, without texts"), found.alike),
        (say("Tels qu’écrits, textes compris", "As written, with their texts"), found.as_written),
    )
    for title, difference in rows:
        if difference is None or found.same:
            continue
        yield title
        for name, value in _VALUES.items():
            interval = _interval(difference.values[name], name, say)
            yield f"  {value.say(say.language):<24} {interval}"
        yield ""


def _effect(effect: Effect, name: str, say: Voice) -> str:
    found = _interval(effect.difference.values[name], name, say)
    text = f"  {found:<26} {effect.change.what.say(say.language)}"
    return text if len(text) <= WIDTH + 20 else text[: WIDTH + 19] + "…"


def _head(scenario: Scenario, plan: str, runs: int, say: Voice) -> str:
    seeds = say(f"{runs} graines", f"{runs} seeds")
    return f"{scenario.full_title.say(say.language)}  ·  {plan}  ·  {seeds}"


def _scale(name: str) -> float:
    return 100.0 if name in _PER_CENT else 1.0


def _interval(found: Interval, name: str, say: Voice) -> str:
    value, low, high = (
        _number(_scale(name) * x, say, "+") for x in (found.value, found.low, found.high)
    )
    return f"{value} ({low} {say('à', 'to')} {high})"


def _share(found: Interval, say: Voice) -> str:
    value, low, high = (_percent(x, say) for x in (found.value, found.low, found.high))
    return f"{value} ({low} {say('à', 'to')} {high})"


def _percent(value: float, say: Voice) -> str:
    return say(f"{100 * value:.0f} %", f"{100 * value:.0f}%")


def _number(value: float, say: Voice, sign: str = "") -> str:
    # No minus nought: what is nothing to one decimal is written as nothing.
    text = format(round(value, 1) + 0.0, f"{sign}.1f")
    return say(text.replace(".", ","), text)


def study_files(written: Iterable[Path], say: Voice) -> str:
    """Return where the results are: papers and tables by name, pictures by their number."""
    paths = list(written)
    pictures = [path for path in paths if path.suffix in (".png", ".svg")]
    lines = [str(path) for path in paths if path not in pictures]
    if pictures:
        n, folder = len(pictures), pictures[0].parent
        lines.append(say(f"et {n} images dans {folder}", f"and {n} pictures in {folder}"))
    return "\n".join(lines)
