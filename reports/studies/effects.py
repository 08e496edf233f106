"""The effects of changes in words: what each is called, what it would have been worth."""

import re
from collections import Counter
from collections.abc import Iterable

from reports.facts.speech import lower
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


def _helping(study: Study, result: WhatIf, name: str) -> list[Effect]:
    """Return the changes that surely and visibly help a number, the one that helps most first."""
    ranked = [] if study.alone else result.ranked(name)
    return [effect for effect in ranked if _gain(effect, name).value >= NOTICED]


def sentences(study: Study, result: WhatIf) -> tuple[str, ...]:
    """Return one sentence a number: what would have helped it most, with its interval.

    Where an earlier sentence has named that change, the best that none has named comes after it.
    """
    told, seen = list[str](), list[str]()
    for name in RANKED:
        helping = _helping(study, result, name)
        if not helping:
            told.append(_NOTHING[name].say(study.say.language))
            continue
        new = [effect for effect in helping if effect.change.name not in seen][:1]
        which = helping[:1] if helping[:1] == new else helping[:1] + new
        told.append(_sentence(study, names(study, result), name, which, seen))
        seen += [effect.change.name for effect in which]
    return tuple(told)


def _sentence(
    study: Study, called: dict[str, str], name: str, which: list[Effect], seen: list[str]
) -> str:
    best, joint = which[0], study.say.t(" : ", ": ")
    what = called[best.change.name]
    if seen[-1:] == [best.change.name]:
        what = study.say.t("Ce même changement", "This same change")
    more = "".join(
        study.say.t(" ; ensuite, ", "; next, ")
        + f"{lower(called[each.change.name])}{joint}{study.points(_gain(each, name))}"
        for each in which[1:]
    )
    return f"{what}{joint}{_gained(study, _gain(best, name), name)}{more}."


def _gained(study: Study, gain: Interval, name: str) -> str:
    figure, found, within = study.points(gain).partition(" (")
    points = f"{_points(study, figure)}{found}{within}"
    return _GAINS[name].say(study.say.language, points=points)


def _points(study: Study, figure: str) -> str:
    whole = float(figure.replace(",", ".").replace("\u202f", ""))
    one = whole < 2 if study.say.french else whole == 1
    return f"{figure}\u00a0point" + ("" if one else "s")


def finding(study: Study, result: WhatIf) -> str:
    """Return the largest sure gain as a title, or that there is none."""
    called = names(study, result)
    for name in RANKED:
        helping = _helping(study, result, name)
        if helping:
            best, gain = helping[0], _gain(helping[0], name).value
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
