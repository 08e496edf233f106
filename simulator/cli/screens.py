"""What the commands print: a scenario on one line, the verdict, where the files are."""

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.cli.language import Voice
from simulator.cli.outcome import Played
from simulator.score import criteria
from simulator.score.scorecard import AxisScore
from simulator.times import Clock

WIDTH = 88
_DAYS = {
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def moment(clock: Clock, minute: float, say: Voice) -> str:
    """Return the local day and hour of a minute: ven. 20 09:00."""
    local = clock.local(minute)
    return f"{_DAYS[say.language][local.weekday()]} {local:%d %H:%M}"


def row(scenario: Mapping[str, Any]) -> str:
    """Return a shipped scenario on one line: id, title, (decision sets), [variants]."""
    variants = f"  [{', '.join(scenario['variants'])}]" if scenario["variants"] else ""
    sets = ", ".join(scenario["decisions"])
    return f"{scenario['id']}  {scenario['title']}  ({sets}){variants}"


def verdict(played: Played, written: Iterable[Path], say: Voice) -> str:
    """Return the letter, both axes with their criteria, and where the files are."""
    card = played.card
    title, seed = played.scenario.full_title.say(say.language), say("graine", "seed")
    lines = [
        f"{title}  ·  {card.decisions}  ·  {seed} {card.seed}",
        "",
        f"{card.overall.grade:<3} {math.floor(card.overall.score)} {say('sur 100', 'out of 100')}",
        "",
        *_axis(say("Réactivité", "Reactivity"), card.reactivity, say),
        "",
        *_axis(say("Transparence", "Transparency"), card.transparency, say),
    ]
    places = files(written, say)
    return "\n".join([*lines, *(["", places] if places else [])])


def _axis(name: str, axis: AxisScore, say: Voice) -> Iterator[str]:
    yield f"{name} {math.floor(axis.score)}"
    names = {c.id: c.name for c in (*criteria().reactivity, *criteria().transparency)}
    for row in axis.criteria:
        label = names[row.id].say(say.language)
        sentence = row.explanation.say(say.language)
        yield from textwrap.wrap(
            f"{math.floor(row.score):>5} {row.rating}  {label}. {sentence}",
            WIDTH,
            subsequent_indent=" " * 9,
        )


def files(written: Iterable[Path], say: Voice) -> str:
    """Return where the results are, the report first."""
    paths = list(written)
    main = [path for path in paths if path.suffix in (".pdf", ".html", ".json", ".jsonl")]
    order = sorted(main, key=lambda path: (".pdf", ".html", ".json", ".jsonl").index(path.suffix))
    pictures = len(paths) - len(main)
    lines = [f"{_label(path, say)} {path}" for path in order]
    more = say(f"et {pictures} images dans", f"and {pictures} pictures in")
    return "\n".join([*lines, *([f"{more} {order[0].parent}"] if pictures and order else [])])


def _label(path: Path, say: Voice) -> str:
    return {
        ".pdf": say("Rapport :", "Report:"),
        ".html": say("Page web :", "Web page:"),
        ".json": say("Note :", "Scorecard:"),
        ".jsonl": say("Journal :", "Journal:"),
    }[path.suffix].ljust(11)
