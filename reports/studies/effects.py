"""The effects of changes in words: what each is called, what it would have been worth."""

import re
from collections import Counter
from collections.abc import Iterable

from reports.studies.study import NOTICED, WHOLE, Study, opposite, per_cent
from simulator.study.intervals import Interval
from simulator.study.whatif import RANKED, Effect, WhatIf
from simulator.text import Text, capital

# The id of a decision, which tells two of the same hour apart, and the blank inside '3 h'.
_ID, _ID_BEFORE = re.compile(r" \([\w.-]+\)"), re.compile(r" \([\w.-]+\)(?= )")
_HOURS = re.compile(r"(?<=\d) (?=h\b)")
_GAINS = {
    "reactivity": Text(
        fr="la réactivité aurait gagné {points}", en="reactivity would have gained {points}"
    ),
    "transparency": Text(
        fr="la transparence aurait gagné {points}", en="transparency would have gained {points}"
    ),
    "belief": Text(
        fr="la part qui croit au pire aurait baissé de {points}",
        en="the share that believes the worst would have fallen by {points}",
    ),
}
_NOTHING = {
    "reactivity": Text(
        fr="Aucun changement essayé n’aurait sûrement amélioré la réactivité.",
        en="No change that was tried would surely have improved reactivity.",
    ),
    "transparency": Text(
        fr="Aucun changement essayé n’aurait sûrement amélioré la transparence.",
        en="No change that was tried would surely have improved transparency.",
    ),
    "belief": Text(
        fr="Aucun changement essayé n’aurait sûrement fait baisser la part qui croit au pire.",
        en="No change that was tried would surely have lowered the share that believes the worst.",
    ),
}


def value(effect: Effect, name: str) -> Interval:
    """Return a difference in points; belief in percentage points."""
    number = effect.difference.values[name]
    return per_cent(number) if name == "belief" else number


def _gain(effect: Effect, name: str) -> Interval:
    number = value(effect, name)
    return opposite(number) if name == "belief" else number


def _best(study: Study, result: WhatIf, name: str) -> Effect | None:
    """Return the change that surely helps a number most, None when none does."""
    ranked = [] if study.alone else result.ranked(name)
    first = next(iter(ranked), None)
    return first if first and _gain(first, name).value >= NOTICED else None


def sentences(study: Study, result: WhatIf) -> tuple[str, ...]:
    """Return one sentence a number: what would have helped it most, with its interval."""
    called, told, before = names(study, result), list[str](), ""
    for name in RANKED:
        best = _best(study, result, name)
        if best is None:
            told.append(_NOTHING[name].say(study.say.language))
            continue
        which = best.change.name
        again = study.say.t("Ce même changement", "This same change")
        what = again if which == before else called[which]
        told.append(_sentence(study, what, _gain(best, name), name))
        before = which
    return tuple(told)


def _sentence(study: Study, what: str, gain: Interval, name: str) -> str:
    figure, found, within = study.points(gain).partition(" (")
    points = f"{_points(study, figure)}{found}{within}"
    points = _GAINS[name].say(study.say.language, points=points)
    return f"{what}{study.say.t(' : ', ': ')}{points}."


def _points(study: Study, figure: str) -> str:
    whole = float(figure.replace(",", ".").replace("\u202f", ""))
    one = whole < 2 if study.say.french else whole == 1
    return f"{figure}\u00a0point" + ("" if one else "s")


def finding(study: Study, result: WhatIf) -> str:
    """Return the largest sure gain as a title, or that there is none."""
    called = names(study, result)
    for name in RANKED:
        best = _best(study, result, name)
        if best is not None:
            gain = _gain(best, name).value
            figure = study.say.digits(gain, 0 if gain >= WHOLE else 1)
            points = _GAINS[name].say(study.say.language, points=_points(study, figure))
            return f"{called[best.change.name]}{study.say.t(' : ', ': ')}{points}"
    return study.say.t(
        "Aucun changement essayé n’aurait sûrement fait mieux",
        "No change that was tried would surely have done better",
    )


def by_gain(effects: Iterable[Effect]) -> list[Effect]:
    """Return effects, those that would have helped the score most first."""
    return sorted(effects, key=lambda each: -each.difference.values["overall"].value)


def names(study: Study, result: WhatIf) -> dict[str, str]:
    """Return every change in words, without ids of decisions where the words tell them apart."""
    whole = {e.change.name: _words(study, e.change.what) for e in result.effects}
    short = {name: _ID.sub("", _ID_BEFORE.sub(",", what)) for name, what in whole.items()}
    met = Counter(short.values())
    return {name: what if met[what] == 1 else whole[name] for name, what in short.items()}


def _words(study: Study, what: Text) -> str:
    return capital(_HOURS.sub("\u00a0", what.say(study.say.language)))
