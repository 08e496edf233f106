"""What a facilitator should look at now in one team, and what brought it about."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from simulator.journal.causes import main_line
from simulator.journal.entries import (
    CallLost,
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    ClaimMade,
    ClockMissed,
    DecisionRefused,
    EmptyWord,
    Entry,
    FactCameOut,
    HeardFromPress,
    OpinionMeasured,
    PromiseMissed,
    StatementIssued,
)
from simulator.journal.sentences.phrases import quoted
from simulator.room.views.calls import by_hand, calls, is_open
from simulator.room.views.due import due
from simulator.room.views.seen import OTHERS, Seen, belief
from simulator.room.views.sight import Sight
from simulator.room.views.spans import length
from simulator.text import capital

_SILENCE, _LONG_SILENCE, _AWAITED, _FIRST_WORD, _SETTLED = 180.0, 720.0, 1440.0, 60.0, 0.1
_MORNING, _EVENING = 7.0, 22.0
_UNLOOKED, _KEPT_BACK, _NEAR = 240.0, 480.0, 180.0
_RECENT, _MOST, _LINKS = 720.0, 8, 4
_RISE, _RISE_OVER = 0.04, 180.0
_REFUSED_WITHIN, _REFUSED = 60.0, 2


class Alert(NamedTuple):
    """One thing to look at; the heavier, the higher it stands."""

    weight: float
    entry: Entry
    text: str


def watch(sight: Sight, name: str, team_id: str) -> list[dict[str, Any]]:
    """Return the section `watch` of one team, the most pressing first, at most eight.

    `why` is the chain of causes that led to the entry, oldest first, each with its hour.
    """
    seen = Seen(sight)
    found = sorted(_all(seen), key=lambda one: (-one.weight, -one.entry.id))
    return [
        {
            "team": name,
            "team_id": team_id,
            "text": one.text,
            "entry": one.entry.id,
            "why": _why(seen, one.entry),
        }
        for one in found[:_MOST]
    ]


def _why(seen: Seen, entry: Entry) -> list[str]:
    line = main_line(seen.journal, entry.id)
    line = line if len(line) <= _LINKS else [line[0], *line[1 - _LINKS :]]
    return [f"{seen.scenario.clock.local(e.at):%H:%M} {seen.tell(e)}" for e in line]


def _all(seen: Seen) -> Iterator[Alert]:
    if seen.ended:
        return
    for rule in (_silence, _phones, _claims, _promises, _heard, _out, _rising, _inquiry, _unsaid):
        yield from rule(seen)
    yield from _refused(seen)
    yield from _empty(seen)


def _silence(seen: Seen) -> Iterator[Alert]:
    """Yield that nothing has been said for hours while questions are open and people wait."""
    if seen.broke is None or (seen.measure and seen.measure.questions_open < _SETTLED):
        return
    words = [word for word in seen.public if word.at >= seen.broke.at]
    since: Entry = words[-1] if words else seen.broke
    quiet = seen.now - since.at
    if quiet < _patience(seen, bool(words)):
        return
    ringing = sum(item["state"] in ("ringing", "held") for item in calls(seen)["items"])
    fr, en = _waiting(ringing)
    span = length(seen, quiet)
    if words:
        text = seen.t(f"Rien dit en public depuis {span}{fr}", f"Nothing said for {span}{en}")
    else:
        text = seen.t(
            f"Aucun mot en public, {span} après la révélation{fr}",
            f"Not a public word, {span} after the story broke{en}",
        )
    yield Alert(2.0 + min(2.0, quiet / 1440), since, text)


def _patience(seen: Seen, spoken: bool) -> float:
    """Return how long a silence needs no look: longer with an appointment given, or by night."""
    if not spoken:
        return _FIRST_WORD
    night = not _MORNING <= seen.scenario.clock.hour(seen.now) < _EVENING
    if any(
        item["kind"] == "promise" and item["state"] in ("running", "soon") for item in due(seen)
    ):
        return _AWAITED
    return _LONG_SILENCE if night else _SILENCE


def _waiting(ringing: int) -> tuple[str, str]:
    if not ringing:
        return "", ""
    fr = _count(ringing, "un appel attend", "{} appels attendent")
    en = _count(ringing, "one call waiting", "{} calls waiting")
    return f" ; {fr}", f"; {en}"


def _count(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(number)


def _phones(seen: Seen) -> Iterator[Alert]:
    """Yield that calls are lost because nobody is there to take them."""
    lost = [e for e in seen.of(CallLost) if seen.now - e.at < _RECENT]
    if not lost:
        return
    number = len(lost)
    fr = _count(number, "Un appel perdu", "{} appels perdus") + " en douze heures"
    en = _count(number, "One call lost", "{} calls lost") + " in twelve hours"
    if by_hand(seen):
        fr, en = f"{fr} : personne n’a décroché", f"{en}: nobody picked up"
    elif not (seen.did("name_spokespeople") or seen.did("open_press_line")):
        fr, en = f"{fr} : personne n’est nommé pour répondre", f"{en}: nobody is named to answer"
    elif not is_open(seen):
        fr, en = f"{fr} ; les téléphones sont fermés à cette heure", f"{en}; phones closed now"
    yield Alert(1.0 + min(1.5, number / 8), lost[-1], seen.t(fr, en))


def _claims(seen: Seen) -> Iterator[Alert]:
    """Yield what was claimed and does not hold, or not yet."""
    ended = {entry.claim for entry in seen.of(ClaimContradicted)}
    ended |= {entry.claim for entry in seen.of(ClaimCorrected)}
    for made in seen.of(ClaimMade):
        if made.claim in ended or not (made.false or made.beyond):
            continue
        what = quoted(seen.names.of("claim", made.claim))
        if made.false:
            text = seen.t(f"Affirme {what.fr}, qui est faux", f"Claims {what.en}, which is false")
            yield Alert(3.0, made, text)
            continue
        text = seen.t(
            f"Affirme {what.fr} sans l’avoir établi",
            f"Claims {what.en} without having established it",
        )
        yield Alert(1.6 + made.beyond, made, text)
    for kind in (ClaimDoubted, ClaimContradicted):
        yield from _recent(seen, kind, 2.6)


def _recent(seen: Seen, kind: type[Entry], weight: float) -> Iterator[Alert]:
    """Yield each entry of a kind of the last twelve hours, as its own sentence."""
    for entry in seen.of(kind):
        if seen.now - entry.at < _RECENT:
            yield Alert(weight, entry, seen.tell(entry))


def _promises(seen: Seen) -> Iterator[Alert]:
    """Yield what is owed: late, soon, or missed today."""
    for item in due(seen):
        entry = seen.journal[item["id"]]
        if item["state"] in ("late", "soon"):
            left = abs(item["at"] - seen.now)
            if left > _NEAR:
                continue
            fr, en = ("en retard de", "late by") if item["state"] == "late" else ("dans", "in")
            label = item["label"]
            text = seen.t(
                f"{label} : {fr} {length(seen, left)}", f"{label}: {en} {length(seen, left)}"
            )
            yield Alert(2.4 if item["state"] == "late" else 1.5, entry, text)
    yield from _recent(seen, PromiseMissed, 2.8)
    yield from _recent(seen, ClockMissed, 2.9)


def _heard(seen: Seen) -> Iterator[Alert]:
    """Yield who heard it from the press and has still not been told."""
    told = {who for word in seen.of(StatementIssued) for who in word.told}
    found = [entry for entry in seen.of(HeardFromPress) if entry.audience not in told]
    if not found:
        return
    who = ", ".join(seen.name("audience", entry.audience) for entry in found)
    text = seen.t(
        f"Appris par la presse, et toujours pas prévenus : {who}",
        f"Heard it from the press, and still not told: {who}",
    )
    yield Alert(1.8, found[-1], text)


def _out(seen: Seen) -> Iterator[Alert]:
    yield from _recent(seen, FactCameOut, 2.3)


def _rising(seen: Seen) -> Iterator[Alert]:
    """Yield the audience in which the worst version rises fastest."""
    measures = seen.of(OpinionMeasured)
    if not measures:
        return
    last = measures[-1]
    first = next(m for m in measures if m.at >= last.at - _RISE_OVER)
    people = seen.fixed.headcounts
    rises = [belief(last, p, n) - belief(first, p, n) for p, n in enumerate(people)]
    place = max(range(len(rises)), key=rises.__getitem__)
    if rises[place] < _RISE:
        return
    who, points = seen.scenario.audiences[place].name, f"{100 * rises[place]:.0f}"
    text = seen.t(
        f"{who.fr} : {points} points de plus en trois heures pour le pire",
        f"{who.en}: the worst version gained {points} points in three hours",
    )
    yield Alert(1.4 + 5 * rises[place], last, text)


def _inquiry(seen: Seen) -> Iterator[Alert]:
    """Yield the inquiries that nobody ordered."""
    if seen.broke is None or seen.now - seen.broke.at < _UNLOOKED:
        return
    ordered = {e.decision.get("investigation") for e in seen.did("investigate")}
    left = [one for one in seen.scenario.investigations if one.id not in ordered]
    if not left:
        return
    span, number = length(seen, seen.now - seen.broke.at), len(left)
    what = quoted(left[0].title)
    if number == 1:
        fr, en = "Enquête pas encore ordonnée", "Inquiry not ordered"
    else:
        fr, en = f"{number} enquêtes pas encore ordonnées", f"{number} inquiries not ordered"
    text = seen.t(f"{fr} après {span} : {what.fr}", f"{en} after {span}: {what.en}")
    yield Alert(1.7, seen.broke, text)


def _unsaid(seen: Seen) -> Iterator[Alert]:
    """Yield the weightiest fact that is established and kept back."""
    if seen.broke is None:
        return
    weights = seen.scenario.weights
    held = [
        entry
        for fact, entry in seen.known.items()
        if fact in weights
        and fact not in seen.said
        and seen.now - max(entry.at, seen.broke.at) > _KEPT_BACK
    ]
    if not held:
        return
    entry = max(held, key=lambda one: weights[one.fact])
    span = length(seen, seen.now - max(entry.at, seen.broke.at))
    what = quoted(seen.names.of("fact", entry.fact))
    text = seen.t(
        f"Établi et tu depuis {span} : {what.fr}", f"Established, unsaid for {span}: {what.en}"
    )
    yield Alert(1.2 + weights[entry.fact] / 10, entry, text)


def _refused(seen: Seen) -> Iterator[Alert]:
    """Yield that a team runs into refusals: it may need a word of help."""
    found = [
        e
        for e in seen.of(DecisionRefused)
        if e.do not in OTHERS and seen.now - e.at < _REFUSED_WITHIN
    ]
    if len(found) >= _REFUSED:
        reason = capital(seen.t(found[-1].reason.get("fr", ""), found[-1].reason.get("en", "")))
        text = seen.t(
            f"{len(found)} décisions refusées en une heure. {reason}",
            f"{len(found)} decisions refused within the hour. {reason}",
        )
        yield Alert(1.3, found[-1], text)


def _empty(seen: Seen) -> Iterator[Alert]:
    yield from _recent(seen, EmptyWord, 1.3)
