"""The hot wash: what the players said as soon as it was over."""

from collections.abc import Sequence
from statistics import mean, median

from reports.facts.asked import Answer, Asked
from reports.facts.live import by_role
from reports.facts.rows import columns, row
from reports.facts.shape import Block, Cell, Said, Section, Table, Voices
from reports.facts.speech import Speech
from simulator.journal.names import ROLES, role
from simulator.text import Text, capital

MOST = 8  # so many answers are told one by one
FINE = 4  # from here on a statement is agreed with
_SPREADS = (
    Text(fr="unanimes", en="unanimous"),
    Text(fr="proches", en="close"),
    Text(fr="partagés", en="divided"),
    Text(fr="opposés", en="opposed"),
)
_ALONE = Text(fr="un seul avis", en="one voice")


def hot_wash_section(say: Speech, asked: Sequence[Asked]) -> Section | None:
    """Return the answers to the hot wash; None where nobody answered anything."""
    answered = [each for each in asked if each.answers]
    if not answered:
        return None
    scales = [each for each in answered if each.kind == "scale"]
    blocks: list[Block] = [_table(say, scales)] if scales else []
    blocks += [_voices(say, each) for each in answered if each.kind == "text"]
    topic = say.t("RETEX à chaud", "Hot wash")
    return Section("hotwash", topic, _title(say, answered), _lead(say, answered), tuple(blocks))


def points(asked: Asked) -> list[int]:
    """Return the answers to a question on the scale, in order."""
    return [int(answer.value) for answer in asked.answers]


def _title(say: Speech, answered: Sequence[Asked]) -> str:
    scales = [each for each in answered if each.kind == "scale"]
    if not scales:
        return say.t("Ce que les joueurs ont dit aussitôt", "What players said at once")
    lowest = min(scales, key=lambda each: (median(points(each)), mean(points(each))))
    middle = median(points(lowest))
    if middle >= FINE:
        return say.t(
            f"Les joueurs se donnent partout au moins {_digits(say, middle)} sur 5",
            f"Players give themselves at least {_digits(say, middle)} out of 5 throughout",
        )
    statement = say.quoted(lowest.question.say(say.language), 64)
    return f"{statement}{say.t(' : ', ': ')}" + say.t(
        f"{_digits(say, middle)} sur 5", f"{_digits(say, middle)} out of 5"
    )


def _lead(say: Speech, answered: Sequence[Asked]) -> str:
    people = len({(each.team, each.role) for asked in answered for each in asked.answers})
    n = say.n(people, "joueur a répondu|joueurs ont répondu", "player")
    told = capital(say.t(f"{n} aussitôt l’exercice fini.", f"{n} answered once it was over."))
    kept = say.t(
        "Les réponses sont gardées à côté du journal, dans hotwash.json.",
        "The answers are kept beside the journal, in hotwash.json.",
    )
    if not any(each.kind == "scale" for each in answered):
        return f"{told} {kept}"
    scale = say.t(
        "L’échelle va de 1, pas du tout, à 5, tout à fait.",
        "The scale goes from 1, not at all, to 5, fully.",
    )
    return f"{told} {scale} {kept}"


def _table(say: Speech, scales: Sequence[Asked]) -> Table:
    heads = columns(
        say.t("Affirmation", "Statement"),
        (say.t("Réponses", "Answers"), -17),
        (say.t("Médiane", "Median"), -16),
        (say.t("Avis", "Views"), 20),
        (say.t("Une à une", "One by one"), 54),
    )
    rows = tuple(_row(say, each) for each in scales)
    return Table("hotwash", heads, rows, wide=True)


def _row(say: Speech, asked: Asked) -> tuple[Cell, ...]:
    given = points(asked)
    return row(
        asked.question.say(say.language),
        str(len(given)),
        Cell(_digits(say, median(given)), strong=True),
        spread(given).say(say.language),
        _singly(say, asked),
    )


def spread(given: Sequence[int]) -> Text:
    """Return in a word how far the answers lie apart."""
    if len(given) < 2:
        return _ALONE
    return _SPREADS[min(max(given) - min(given), len(_SPREADS) - 1)]


def _singly(say: Speech, asked: Asked) -> str:
    if len(asked.answers) > MOST:
        return _counted(say, points(asked))
    teams: dict[str, list[str]] = {}
    for each in _in_order(asked):
        said = f"{_role(say, each)}\u00a0{each.value}"
        teams.setdefault(each.team or "", []).append(said)
    joint = say.t(" : ", ": ")
    each_team = [f"{t}{joint if t else ''}{', '.join(given)}" for t, given in teams.items()]
    return say.t(" ; ", "; ").join(each_team)


def _counted(say: Speech, given: Sequence[int]) -> str:
    """Return how often each point was given: '2 fois 1, 5 fois 4'."""
    counts = [(given.count(point), point) for point in sorted(set(given))]
    return ", ".join(say.t(f"{n} fois {point}", f"{n} times {point}") for n, point in counts)


def _in_order(asked: Asked) -> list[Answer]:
    """Return the answers, roles in the room's order, teams in that of the file."""
    order = by_role(each.role for each in asked.answers)
    teams = list(dict.fromkeys(each.team for each in asked.answers))
    return sorted(asked.answers, key=lambda a: (teams.index(a.team), order.index(a.role)))


def who(say: Speech, answer: Answer) -> str:
    """Return who answered: 'porte-parole', 'Rhône, porte-parole'."""
    said = _role(say, answer)
    return f"{answer.team}, {said}" if answer.team else said


def _role(say: Speech, answer: Answer) -> str:
    name = role(answer.role)
    return name.fr if say.french else name.en


def _voices(say: Speech, asked: Asked) -> Voices:
    said = tuple(_said(say, each) for each in _in_order(asked))
    return Voices("", asked.question.say(say.language), said)


def _said(say: Speech, answer: Answer) -> Said:
    name = who(say, answer)
    typed = answer.team is not None or answer.role not in ROLES
    return Said(name if typed else capital(name), "", str(answer.value).strip())


def _digits(say: Speech, value: float) -> str:
    return say.digits(value, 0 if value == int(value) else 1)
