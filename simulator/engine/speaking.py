"""What a message does: to questions, trust, the rumour, the press and the market."""

import numpy as np

from simulator import channels as own
from simulator.engine.aftermath import Aftermath
from simulator.engine.asserting import claim_all, correct
from simulator.engine.model import Model
from simulator.engine.promising import CONFERENCE_WINDOW, keep_promises, make_promise, met_lately
from simulator.engine.word import SUBSTANTIVE, Floats, Word, compose
from simulator.journal.entries import (
    DecisionTaken,
    EmptyWord,
    RevisedDownward,
    StatementIssued,
)
from simulator.organisation.message import Message
from simulator.rumour.exposure import EMAIL, RELEASE
from simulator.scenario.decisions import CorrectClaim, HoldConference, Publish

# A mail is read in hours, what is posted or put on a desk in one.
_MAILED = frozenset({"direct_email"})
_POSTED = frozenset(own.REACH) - _MAILED
_UNSIGNED = 0.85
_EMPTY_WORDS_HEARD, _EMPTY_WINDOW = 3, 24 * 60.0
# Trust, judgements; losses outweigh gains (Slovic 1993). Apology r = .24-.32 (Hill 2013).
_GAIN_SUBSTANCE, _GAIN_OWNED = 0.35, 0.05
_LOSS_EMPTY, _LOSS_SHIFTED, _LOSS_REVISED = 0.03, 0.10, 0.06
_WORD_NEWS, _REVISION_NEWS, _NO_DOCUMENT_NEWS = 0.4, 0.3, 0.2
_RESENT_SHIFT, _RESENT_REVISION = 0.3, 0.35
_RESENT_NO_DOCUMENT, _RESENT_EMPTY_CONFERENCE = 0.25, 0.4
_CONFERENCE_NEWS = 0.05


def speak(model: Model, aftermath: Aftermath, message: Message, taken: DecisionTaken) -> None:
    """Say `message` now, with all that follows from it."""
    word, answered = compose(model, message)
    deaf = _deaf(model, word)
    entry = _record(model, word, answered, taken)
    claim_all(model, aftermath, word.claims, word.noticed, entry)
    correct(model, word, entry)
    _reach_people(model, word, deaf)
    _move_trust(model, word, entry, deaf)
    _move_story(model, word, entry)
    keep_promises(model, word, entry)
    make_promise(model, aftermath, word, entry)
    _own_up(model, word, entry)
    if isinstance(message, HoldConference):
        _meet_press(model, aftermath, message, word, entry)
    for told in model.on_said:
        told(entry)


def _record(
    model: Model, word: Word, answered: dict[str, tuple[str, ...]], taken: DecisionTaken
) -> StatementIssued:
    message, ids = word.message, [audience.id for audience in model.audiences]
    addressed = message.audiences if isinstance(message, Publish) else None
    best = own.best(model.audiences, word.channels, addressed)
    before = _disclosed_before(model)
    entry = model.record(
        StatementIssued, taken,
        statement=message.id, channels=word.channels,
        conference=isinstance(message, HoldConference),
        document=isinstance(message, HoldConference) and message.document,
        public=word.public, inside=not word.open, holding=message.holding,
        speakers=message.speakers if isinstance(message, HoldConference) else (),
        signed=bool(message.signed_by) or isinstance(message, HoldConference),
        disclosed=tuple(f for f in word.facts if f not in before) if word.open else (),
        repeated=tuple(f for f in word.facts if f in before) if word.open else (),
        given_away=tuple(f for f in word.facts if model.knowledge.facts[f].withhold),
        claims=tuple(claim.id for claim in word.claims),
        elements=message.elements, responsibility=message.responsibility,
        substance=round(word.substance if word.open else float(word.told.max(initial=0.0)), 6),
        quality=round(word.judged.quality, 4), found=word.judged.found,
        unworded=word.judged.unworded, lacking=word.judged.lacking, letters=word.judged.letters,
        over_assurance=word.beyond, keeps_promise=bool(word.due) or word.awaited,
        reach=_shares(ids, word.reach), best=_shares(ids, best),
        told=_shares(ids, np.where(word.met > SUBSTANTIVE, word.met, 0.0)),
        answered={who: facts for who, facts in answered.items() if facts},
    )  # fmt: skip
    _note(model, entry)
    return entry


def _disclosed_before(model: Model) -> set[str]:
    return {fact for s in model.journal.of(StatementIssued) for fact in (*s.disclosed, *s.repeated)}


def _shares(ids: list[str], values: Floats) -> dict[str, float]:
    return {
        who: round(float(value), 6) for who, value in zip(ids, values, strict=True) if value > 0
    }


def _note(model: Model, entry: StatementIssued) -> None:
    for audience in entry.told:
        model.noted.note("told", audience, entry)
    for fact in entry.disclosed:
        model.noted.note("disclosed", fact, entry)
    if entry.public or (model.last_word is None and not entry.inside):
        model.last_word = entry
        model.noted.note("said", "anything", entry)
        if entry.substance > SUBSTANTIVE:
            model.noted.note("said", "substance", entry)


def _reach_people(model: Model, word: Word, deaf: bool) -> None:
    """Let people read the account, and some of them accept it."""
    exposure = model.crowd.exposure
    exposure.renew_account(word.worth)
    quality = word.judged.quality * (1 if _signed(word) else _UNSIGNED)
    accepted = model.acceptance(quality, word.beyond)
    addressed = word.message.audiences if isinstance(word.message, Publish) else None
    for carrier, group in ((EMAIL, _MAILED), (RELEASE, _POSTED)):
        out = [channel for channel in word.channels if channel in group]
        if out and not deaf:
            reach = own.reach(model.audiences, out, addressed)
            exposure.publish(model.now, carrier, reach, accepted=accepted)


def _signed(word: Word) -> bool:
    return bool(word.message.signed_by) or isinstance(word.message, HoldConference)


def _deaf(model: Model, word: Word) -> bool:
    """Return whether, after so many empty words in a day, nobody listens to another one."""
    recent = [e for e in model.journal.of(EmptyWord) if model.now - e.at < _EMPTY_WINDOW]
    return len(recent) >= _EMPTY_WORDS_HEARD and bool(word.worth.max() <= SUBSTANTIVE)


def _move_trust(model: Model, word: Word, entry: StatementIssued, deaf: bool) -> None:
    gain = _GAIN_SUBSTANCE * word.worth * word.judged.quality * word.noticed
    if word.worth.max() > SUBSTANTIVE:
        model.trust("substance", model.opinion.gain(gain), entry)
    elif word.public and not _expected(model, word):
        empty = model.record(EmptyWord, entry, heard=not deaf)
        if not deaf:
            model.trust("empty", model.opinion.lose(_LOSS_EMPTY * word.noticed), empty)


def _expected(model: Model, word: Word) -> bool:
    """Return whether a word is owed whatever is in it: promise, correction, first meeting."""
    first_meeting = isinstance(word.message, HoldConference) and not met_lately(model)
    return bool(word.due) or word.awaited or first_meeting or isinstance(word.message, CorrectClaim)


def _move_story(model: Model, word: Word, entry: StatementIssued) -> None:
    """Fill the vacuum, wake the newsrooms, calm the market."""
    broke = model.noted.find("news", "break")
    told_investors = max(
        (w for w, a in zip(word.worth, model.audiences, strict=True) if a.kind == "investors"),
        default=word.substance if word.open else 0.0,
    )
    if broke and model.market and told_investors > SUBSTANTIVE:
        model.market.reassured(float(told_investors), model.investors_trust())
    if broke and word.open and word.substance > SUBSTANTIVE:
        model.opinion.fill(word.substance)
        model.add_news("word", _WORD_NEWS * word.substance, entry)
    if word.message.revises:
        revised = model.record(RevisedDownward, entry, facts=word.message.revises)
        model.trust("revised", model.opinion.lose(_LOSS_REVISED * word.noticed), revised)
        if word.open and broke:
            model.resent(_RESENT_REVISION, revised)
            model.add_news("revision", _REVISION_NEWS, revised, bad=True)


def _own_up(model: Model, word: Word, entry: StatementIssued) -> None:
    owned = word.message.responsibility == "owned"
    if owned and model.noted.find("responsibility", "owned") is None:
        model.trust("owned", model.opinion.gain(_GAIN_OWNED * word.noticed), entry)
    if word.message.responsibility == "shifted":
        model.trust("shifted", model.opinion.lose(_LOSS_SHIFTED * word.noticed), entry)
        model.resent(_RESENT_SHIFT, entry)
    model.noted.note("responsibility", word.message.responsibility, entry)


def _meet_press(
    model: Model, aftermath: Aftermath, message: HoldConference, word: Word, entry: StatementIssued
) -> None:
    earlier = sum(model.now - at < CONFERENCE_WINDOW for at in model.conferences)
    model.conferences.append(model.now)
    aftermath.meet_press(message, model.standing(message.speakers), earlier, entry)
    if earlier and word.substance < _CONFERENCE_NEWS:
        model.resent(_RESENT_EMPTY_CONFERENCE, entry)
        model.trust("empty_conference", model.opinion.lose(_LOSS_EMPTY * word.noticed), entry)
    if not message.document:
        model.resent(_RESENT_NO_DOCUMENT, entry)
        model.add_news("conference_without_document", _NO_DOCUMENT_NEWS, entry)
