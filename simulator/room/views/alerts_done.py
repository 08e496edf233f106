"""What to look at in what a team does, or leaves undone: silence, phones, inquiries."""

from collections.abc import Iterator

from simulator.journal.entries import CallLost, DecisionRefused, Entry, OpinionMeasured
from simulator.journal.sentences.phrases import quoted
from simulator.room.views.alert import Alert
from simulator.room.views.calls import by_hand, calls, is_open
from simulator.room.views.due import due
from simulator.room.views.seen import OTHERS, Seen, belief
from simulator.room.views.spans import length
from simulator.text import capital

_SILENCE, _LONG_SILENCE, _AWAITED, _FIRST_WORD, _SETTLED = 180.0, 720.0, 1440.0, 60.0, 0.1
_MORNING, _EVENING = 7.0, 22.0
_UNLOOKED, _RECENT = 240.0, 720.0
_RISE, _RISE_OVER = 0.04, 180.0
_REFUSED_WITHIN, _REFUSED = 60.0, 2


def done_alerts(seen: Seen) -> Iterator[Alert]:
    """Yield what nobody answers, orders or notices."""
    for rule in (_silence, _phones, _rising, _inquiry, _refused):
        yield from rule(seen)


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
    elif seen.public:
        text = seen.t(
            f"Rien redit en public, {span} après la révélation{fr}",
            f"Nothing more said in public, {span} after the story broke{en}",
        )
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
