"""What a conditional inject waits for, as a sentence."""

from simulator.journal.names import DECISIONS, Names
from simulator.journal.sentences.phrases import hours, quoted
from simulator.scenario.shapes import Condition
from simulator.text import Language, Text

# Each key that names something: of what kind, and what must have become of it.
_NAMED: dict[str, tuple[str, str, str]] = {
    "told": ("audience", "{} prévenu", "{} told"),
    "disclosed": ("fact", "dit en public : {}", "told in public: {}"),
    "known": ("fact", "établi : {}", "established: {}"),
    "came_out": ("fact", "sorti par d’autres : {}", "came out elsewhere: {}"),
    "claimed": ("claim", "affirmé : {}", "claimed: {}"),
}


def condition(given: Condition, names: Names, language: Language) -> str:
    """Return what must hold, its parts joined by commas."""
    return ", ".join(part.say(language) for part in _parts(given, names))


def _parts(given: Condition, names: Names) -> list[Text]:
    found = [_named(key, which, names) for key, which in given.named]
    if given.said_anything is not None:
        found.append(_SPOKEN if given.said_anything else _UNSPOKEN)
    for audience, share in (given.belief_above or {}).items():
        found.append(_believed(names.of("audience", audience), share))
    if given.silent_for:
        length = hours(given.silent_for)
        found.append(Text(fr=f"silence depuis {length}", en=f"silent for {length}"))
    if given.calls_lost:
        number = given.calls_lost
        lost = Text(fr=f"{number} appels perdus", en=f"{number} calls lost")
        found.append(lost if number > 1 else Text(fr="un appel perdu", en="one call lost"))
    return found


_SPOKEN = Text(fr="l’équipe a parlé", en="the team has spoken")
_UNSPOKEN = Text(fr="rien n’a été dit", en="nothing was said")


def _named(key: str, which: str, names: Names) -> Text:
    if key == "decided":
        return DECISIONS.get(which, Text(fr=which, en=which))
    kind, fr, en = _NAMED[key]
    name = names.of(kind, which)
    name = name if kind == "audience" else quoted(name)
    return Text(fr=fr.format(name.fr), en=en.format(name.en))


def _believed(name: Text, share: float) -> Text:
    value = f"{100 * share:.0f}"
    return Text(
        fr=f"plus de {value} % croient au pire : {name.fr}",
        en=f"more than {value}% believe the worst: {name.en}",
    )
