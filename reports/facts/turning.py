"""Turning points: the hours in which belief moved most, and the chain that led there."""

from bisect import bisect_right
from dataclasses import dataclass

from reports.facts.run import Run
from reports.facts.shape import Chain, Link, Section, Tone
from reports.facts.speech import capital, cut, lower
from simulator.journal.causes import main_line
from simulator.journal.entries import (
    ArticlePublished,
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    ClockMet,
    ClockMissed,
    DecisionMissing,
    DecisionRefused,
    DecisionTaken,
    EmptyWord,
    Entry,
    FactCameOut,
    FactKnown,
    HelplineOverloaded,
    InjectGiven,
    IntrusionClimbed,
    News,
    PartnerBlamed,
    PartnerInformed,
    PartnerJoined,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    ServiceStarted,
    StatementIssued,
)
from simulator.scenario.kinds import DIRECTION

WINDOW, APART, LEAST, CALM, MOST, LONGEST = 360.0, 720.0, 0.01, 0.02, 3, 4
# What may turn opinion; in this order when two happen in the same minute.
_MOVERS = (
    ClaimContradicted,
    ClaimDoubted,
    FactCameOut,
    IntrusionClimbed,
    PartnerBlamed,
    HelplineOverloaded,
    PromiseMissed,
    StatementIssued,
    ArticlePublished,
    InjectGiven,
)
_OURS = (
    DecisionTaken,
    DecisionRefused,
    DecisionMissing,
    StatementIssued,
    ClaimCorrected,
    EmptyWord,
    PromiseMade,
    PromiseKept,
    PromiseMissed,
    FactKnown,
    PartnerInformed,
    PartnerJoined,
    ServiceStarted,
    ClockMet,
    ClockMissed,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry and what belief did around it, in shares of one audience over `WINDOW` minutes."""

    entry: Entry
    audience: int
    before: float
    after: float

    @property
    def size(self) -> float:
        """Return by how much the rise changed."""
        return self.after - self.before


def turning_section(run: Run) -> Section | None:
    """Return the turning points as chains; None when nothing moved."""
    turns = _turns(run)
    if not turns:
        return None
    say = run.say
    titles = {
        1: say.t("Un moment a pesé plus que les autres", "One moment weighed more than the others"),
    }
    n = capital(say.word(len(turns)))
    title = titles.get(
        len(turns),
        say.t(
            f"{n} moments ont pesé plus que les autres", f"{n} moments weighed more than the others"
        ),
    )
    lead = say.t(
        "Les six heures où le nombre de ceux qui croient au pire a le plus changé d’allure. "
        "Chaque chaîne se lit de gauche à droite, en bleu l’équipe, en rouge le monde ; elle dit "
        "ce qui s’est enchaîné, non ce qui aurait suffi.",
        "The six hours in which the number who believe the worst most changed its pace. Each chain "
        "reads from left to right, the team in blue, the world in red; it says what followed from "
        "what, not what would have been enough.",
    )
    blocks = tuple(_chain(run, turn) for turn in turns)
    return Section("turning", say.t("Tournants", "Turning points"), title, lead, blocks)


def _turns(run: Run) -> list[Turn]:
    """Return at most three moments, far enough apart, in the order of time."""
    if not run.measures:
        return []
    times, shares = [m.at for m in run.measures], [run.belief(m) for m in run.measures]
    movers = [entry for kind in _MOVERS for entry in run.of(kind) if entry.at >= run.case.broke]
    turns = [turn for entry in movers if (turn := _turn(entry, times, shares))]
    chosen: list[Turn] = []
    for turn in sorted(turns, key=lambda turn: -abs(turn.size)):
        calming = turn.size < 0
        if calming and (turn.size > -CALM or not getattr(turn.entry, "public", False)):
            continue
        if calming and _cut(turn, times[-1]):
            continue  # the end of the exercise calms nobody
        if calming != isinstance(turn.entry, StatementIssued):
            continue  # a word of ours is looked at for what it calmed, the rest for what it raised
        if all(abs(turn.entry.at - other.entry.at) >= APART for other in chosen):
            chosen.append(turn)
        if len(chosen) == MOST:
            break
    return sorted(chosen, key=lambda turn: turn.entry.at)


def _cut(turn: Turn, last: float) -> bool:
    """Return whether the exercise ended before the window after a turn did."""
    return turn.entry.at + WINDOW > last


def _turn(entry: Entry, times: list[float], shares: list[list[float]]) -> Turn | None:
    before, now, after = (
        shares[max(0, bisect_right(times, minute) - 1)]
        for minute in (entry.at - WINDOW, entry.at, entry.at + WINDOW)
    )
    rises = [(c - b) - (b - a) for a, b, c in zip(before, now, after, strict=True)]
    place = max(range(len(rises)), key=lambda index: abs(rises[index]))
    if abs(rises[place]) < LEAST:
        return None
    return Turn(entry, place, now[place] - before[place], after[place] - now[place])


def _chain(run: Run, turn: Turn) -> Chain:
    links = tuple(_link(run, entry) for entry in _line(run, turn.entry))
    return Chain(capital(run.say.when(turn.entry.at)), _moved(run, turn), links)


def _moved(run: Run, turn: Turn) -> str:
    """Return what belief did before and after a turn, as far as the exercise went."""
    say = run.say
    audience = lower(run.scenario.audiences[turn.audience].name.say(say.language))
    before, after = (_points(run, share) for share in (turn.before, turn.after))
    if _cut(turn, run.measures[-1].at):
        return say.t(
            f"{capital(audience)} : {after} de là à la fin, contre {before} dans les six heures "
            "d’avant.",
            f"{capital(audience)}: {after} from there to the end, against {before} in the six "
            "hours before.",
        )
    return say.t(
        f"{capital(audience)} : {after} dans les six heures d’après, contre {before} dans "
        "les six d’avant.",
        f"{capital(audience)}: {after} in the six hours after, against {before} in the six before.",
    )


def _points(run: Run, share: float) -> str:
    value = run.say.digits(100 * share, 1)
    sign = "+" if share >= 0 and value not in ("0", "0,0", "0.0") else ""
    one = abs(100 * share) < (2 if run.say.french else 1.05)
    return f"{sign}{value}\u00a0" + run.say.t("point" if one else "points", "points")


def _line(run: Run, entry: Entry) -> list[Entry]:
    """Return the chain to an entry and one step on: at most four, the root kept."""
    line = _without_orders(main_line(run.journal, entry.id))
    line += _effects(run, entry)[:1]
    return line if len(line) <= LONGEST else [line[0], *line[1 - LONGEST :]]


def _effects(run: Run, entry: Entry) -> list[Entry]:
    """Return what an entry set off that may turn opinion, by itself or as news."""
    news = {e.id for e in run.of(News) if entry.id in e.causes}
    roots = {entry.id} | news
    return [e for e in run.journal if isinstance(e, _MOVERS) and roots & set(e.causes)]


def _without_orders(line: list[Entry]) -> list[Entry]:
    """Leave out a decision that its statement repeats."""
    pairs = zip(line, [*line[1:], None], strict=True)
    return [
        entry
        for entry, following in pairs
        if not (isinstance(entry, DecisionTaken) and isinstance(following, StatementIssued))
    ]


def _link(run: Run, entry: Entry) -> Link:
    ours = isinstance(entry, _OURS) or entry.kind == "claim_made"
    directed = isinstance(entry, DecisionTaken | DecisionRefused) and entry.do in DIRECTION
    tone: Tone = "team" if ours and not directed else "world"
    mark = run.say.t(f"nº\u00a0{entry.id}", f"no.\u00a0{entry.id}")
    return Link(run.say.stamp(entry.at), mark, cut(run.tell(entry), 90), tone)
