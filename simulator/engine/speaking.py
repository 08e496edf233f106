"""What a message does: to questions, trust, the rumour, the press and the market."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from simulator import channels as own
from simulator.engine.aftermath import Aftermath
from simulator.engine.model import Model
from simulator.journal.entries import (
    ClaimCorrected,
    ClaimMade,
    Contradiction,
    DecisionTaken,
    EmptyWord,
    Entry,
    PromiseKept,
    PromiseMade,
    RevisedDownward,
    StatementIssued,
)
from simulator.organisation.claims import Assertion
from simulator.organisation.message import Judged, Message, judge
from simulator.organisation.promises import GRACE, Promise
from simulator.partners import ALIGNED_QUALITY
from simulator.rumour.exposure import EMAIL, RELEASE
from simulator.scenario.decisions import BriefEmployees, CorrectClaim, HoldConference, Publish
from simulator.scenario.kinds import OPEN_CHANNELS, PUBLIC_CHANNELS, Channel
from simulator.scenario.shapes import Claim

Floats = NDArray[np.float64]

SUBSTANTIVE = 0.02
# A mail is read in hours, what is posted or put on a desk in one.
_MAILED = frozenset({"direct_email"})
_POSTED = frozenset(own.REACH) - _MAILED
_READS = 0.25  # an audience has been answered when a channel reaches a quarter of it
_MEETS = 0.5  # and told when one single channel reaches half of it
THROUGH_PRESS = 0.35  # at least so many notice what was said in public
_FALSE_ANSWER = 0.3
_UNSIGNED = 0.85
_EMPTY_WORDS_HEARD, _EMPTY_WINDOW = 3, 24 * 60.0
# Trust, judgements; losses outweigh gains (Slovic 1993). Apology r = .24-.32 (Hill 2013).
_GAIN_SUBSTANCE, _GAIN_OWNED, _GAIN_PROMISE = 0.35, 0.05, 0.03
_LOSS_EMPTY, _LOSS_SHIFTED, _LOSS_REVISED, _LOSS_INCONSISTENT, _LOSS_CORRECTED = (
    0.03,
    0.10,
    0.06,
    0.04,
    0.05,
)
_WORD_NEWS, _REVISION_NEWS, _NO_DOCUMENT_NEWS = 0.4, 0.3, 0.2
_RESENT_SHIFT, _RESENT_REVISION, _RESENT_INCONSISTENT = 0.3, 0.35, 0.3
_RESENT_NO_DOCUMENT, _RESENT_EMPTY_CONFERENCE = 0.25, 0.4
# Half of what being found out costs: the same four articles, milder.
_BETRAYAL_CORRECTED, _BETRAYING_ARTICLES = 0.25, 4
_CONFERENCE_WINDOW, _CONFERENCE_NEWS = 48 * 60.0, 0.05


@dataclass(frozen=True, slots=True)
class Word:
    """A message as it leaves: what it tells, to whom, and what it is worth.

    `reach`, `told` and `met` have the shape (audiences,): the share reached, the substance for
    them, and the substance for those whom one channel alone reaches by half.
    """

    message: Message
    channels: tuple[Channel, ...]
    facts: tuple[str, ...]
    claims: tuple[Claim, ...]
    beyond: float
    reach: Floats
    told: Floats
    met: Floats
    substance: float
    judged: Judged
    due: tuple[Promise, ...]
    awaited: bool

    @property
    def open(self) -> bool:
        """Return whether it is said where the public can hear it."""
        return bool(OPEN_CHANNELS & set(self.channels))

    @property
    def public(self) -> bool:
        """Return whether it is published."""
        return bool(PUBLIC_CHANNELS & set(self.channels))

    @property
    def noticed(self) -> Floats:
        """Return the share of each audience that notices, through the press at least."""
        return np.maximum(self.reach, THROUGH_PRESS) if self.open else self.reach

    @property
    def worth(self) -> Floats:
        """Return the substance for each audience: the public's, or more where it was told more."""
        return np.maximum(self.told, self.substance if self.open else 0.0)


def speak(model: Model, aftermath: Aftermath, message: Message, taken: DecisionTaken) -> None:
    """Say `message` now, with all that follows from it."""
    word, answered = _compose(model, message)
    deaf = _deaf(model, word)
    entry = _record(model, word, answered, taken)
    _claim(model, aftermath, word, entry)
    _correct(model, word, entry)
    _reach_people(model, word, deaf)
    _move_trust(model, word, entry, deaf)
    _move_story(model, word, entry)
    _promise(model, aftermath, word, entry)
    _own_up(model, word, entry)
    if isinstance(message, HoldConference):
        _meet_press(model, aftermath, message, word, entry)
    for told in model.on_said:
        told(entry)


def channels_of(message: Message) -> tuple[Channel, ...]:
    """Return the channels a message goes out on."""
    if isinstance(message, HoldConference):
        return ("press_release",)
    return ("staff_note",) if isinstance(message, BriefEmployees) else message.channels


def _compose(model: Model, message: Message) -> tuple[Word, dict[str, tuple[str, ...]]]:
    """Return the word as it leaves and the facts new to each audience; answers the questions."""
    out = channels_of(message)
    said = dict.fromkeys(message.facts)
    said |= dict.fromkeys(fact for fact in message.if_known if fact in model.knowledge.known)
    facts = tuple(said)
    claims = tuple(c for c in model.scenario.claims if c.id in message.claims)
    lies = any(c.truth == "false" and c.id not in model.claims.made for c in claims)
    is_open = bool(OPEN_CHANNELS & set(out))
    told_before = set(model.questions.public.answered) if is_open else set()
    judged = judge(
        message, model.knowledge.facts, [*facts, *sorted(told_before)], model.knowledge.known
    )
    if "alignment" in model.services:
        judged = replace(judged, quality=judged.quality + ALIGNED_QUALITY * (1 - judged.quality))
    substance = model.questions.public.tell(facts, message.holding or lies) if is_open else 0.0
    addressed = message.audiences if isinstance(message, Publish) else None
    reach = own.reach(model.audiences, out, addressed)
    told, answered = _tell_sides(model, message, facts, reach, lies)
    met = _tell_met(model, message, facts, own.best(model.audiences, out, addressed), lies)
    word = Word(
        message,
        out,
        facts,
        claims,
        _beyond(model, claims),
        reach,
        told,
        met,
        max(substance, _FALSE_ANSWER * lies if is_open else 0.0),
        judged,
        tuple(model.promises.due_by(model.now, is_open, frozenset(answered))),
        is_open and model.promises.awaited(model.now),
    )
    return word, answered


def _tell_sides(
    model: Model, message: Message, facts: tuple[str, ...], reach: Floats, lies: bool
) -> tuple[Floats, dict[str, tuple[str, ...]]]:
    told, answered = np.zeros(len(reach)), {}
    for i, audience in enumerate(model.audiences):
        if reach[i] < _READS:
            continue
        side = model.questions.sides[audience.id]
        answered[audience.id] = tuple(fact for fact in facts if fact not in side.answered)
        told[i] = max(side.tell(facts, message.holding or lies), _FALSE_ANSWER * lies)
    return told, answered


def _tell_met(
    model: Model, message: Message, facts: tuple[str, ...], best: Floats, lies: bool
) -> Floats:
    """Return the substance for each audience that one channel reaches by half, 0 for the others."""
    met = np.zeros(len(best))
    for i, audience in enumerate(model.audiences):
        if best[i] >= _MEETS:
            side = model.questions.met[audience.id]
            met[i] = max(side.tell(facts, message.holding or lies), _FALSE_ANSWER * lies)
    return met


def _beyond(model: Model, claims: tuple[Claim, ...]) -> float:
    """Return the largest certainty asserted beyond what is established, 0 to 1."""
    return max((beyond(model, claim) for claim in claims), default=0.0)


def beyond(model: Model, claim: Claim) -> float:
    """Return how far a claim goes beyond what is established, 0 to 1."""
    if claim.truth == "false":
        return 0.0
    founded = bool(claim.rests_on) and model.knowledge.knows(claim.rests_on)
    return 0.0 if founded or (claim.truth == "true" and not claim.rests_on) else claim.certainty


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
        quality=round(word.judged.quality, 4), found=word.judged.found, lacking=word.judged.lacking,
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


def _claim(model: Model, aftermath: Aftermath, word: Word, entry: StatementIssued) -> None:
    """Record each claim, and let the world find out what it is worth."""
    for claim in word.claims:
        for other in model.claims.against(claim):
            _contradict_oneself(model, word, claim, other, entry)
        standing = model.claims.made.get(claim.id)
        if standing and standing.stands:
            continue
        over = beyond(model, claim)
        made = model.record(
            ClaimMade, entry, claim=claim.id, false=claim.truth == "false", beyond=over
        )
        model.noted.note("claimed", claim.id, made)
        assertion = Assertion(claim, made, over)
        model.claims.made[claim.id] = assertion
        aftermath.test(assertion)


def _contradict_oneself(
    model: Model, word: Word, claim: Claim, other: Assertion, entry: StatementIssued
) -> None:
    clash = model.record(Contradiction, entry, other.entry, claims=(other.claim.id, claim.id))
    model.resent(_RESENT_INCONSISTENT, clash)
    model.trust("inconsistent", model.opinion.lose(_LOSS_INCONSISTENT * word.noticed), clash)


def _correct(model: Model, word: Word, entry: StatementIssued) -> None:
    """Take back what the message corrects, in so many words or by saying the fact it denied."""
    wrong = [a for fact in word.facts if word.open for a in model.claims.denied_by(fact)]
    if isinstance(word.message, CorrectClaim):
        wrong.append(model.claims.made[word.message.claim])
    for assertion in wrong:
        if assertion.stands:
            assertion.stands = False
            taken_back = model.record(
                ClaimCorrected, entry, assertion.entry, claim=assertion.claim.id
            )
            model.trust("corrected", model.opinion.lose(_LOSS_CORRECTED * word.noticed), taken_back)
            if assertion.false and word.open:
                _disappoint(model, assertion.claim.certainty, taken_back)


def _disappoint(model: Model, certainty: float, taken_back: Entry) -> None:
    """Taking a falsehood back is still news, and some who had believed it turn."""
    model.resent(_RESENT_REVISION * certainty, taken_back)
    if model.broke.triggered:
        model.betrayals.extend([_BETRAYAL_CORRECTED * certainty] * _BETRAYING_ARTICLES)
        model.add_news("revision", _REVISION_NEWS * certainty, taken_back, bad=True)


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
    first_meeting = isinstance(word.message, HoldConference) and not _met_lately(model)
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


def _promise(model: Model, aftermath: Aftermath, word: Word, entry: StatementIssued) -> None:
    """Keep the promises this word answers, and note the one it makes."""
    for promise in word.due:
        news = _brings_news(model, word, promise)
        late = max(0.0, model.now - promise.due)
        promise.kept_at, promise.news = model.now, news
        kept = model.record(
            PromiseKept,
            entry,
            promise.entry,
            promise=promise.entry,
            due=promise.due,
            late=late,
            news=news,
        )
        if news and late <= GRACE:
            model.trust("promise_kept", model.opinion.gain(_GAIN_PROMISE * word.noticed), kept)
    if word.message.next_update is not None:
        made = model.record(PromiseMade, entry, due=word.message.next_update)
        ids = (
            a.id for a, share in zip(model.audiences, word.reach, strict=True) if share >= _READS
        )
        inside = frozenset() if word.open else frozenset(ids)
        promise = Promise(made.id, word.message.next_update, inside)
        model.promises.made.append(promise)
        model.env.process(aftermath.watch(promise))


def _brings_news(model: Model, word: Word, promise: Promise) -> bool:
    if promise.to:
        return bool(word.told.max() > SUBSTANTIVE)
    first_meeting = isinstance(word.message, HoldConference) and not _met_lately(model)
    return word.substance > SUBSTANTIVE or first_meeting


def _own_up(model: Model, word: Word, entry: StatementIssued) -> None:
    owned = word.message.responsibility == "owned"
    if owned and model.noted.find("responsibility", "owned") is None:
        model.trust("owned", model.opinion.gain(_GAIN_OWNED * word.noticed), entry)
    if word.message.responsibility == "shifted":
        model.trust("shifted", model.opinion.lose(_LOSS_SHIFTED * word.noticed), entry)
        model.resent(_RESENT_SHIFT, entry)
    model.noted.note("responsibility", word.message.responsibility, entry)


def _met_lately(model: Model) -> bool:
    return any(model.now - at < _CONFERENCE_WINDOW for at in model.conferences)


def _meet_press(
    model: Model, aftermath: Aftermath, message: HoldConference, word: Word, entry: StatementIssued
) -> None:
    earlier = sum(model.now - at < _CONFERENCE_WINDOW for at in model.conferences)
    model.conferences.append(model.now)
    aftermath.meet_press(message, model.standing(message.speakers), earlier, entry)
    if earlier and word.substance < _CONFERENCE_NEWS:
        model.resent(_RESENT_EMPTY_CONFERENCE, entry)
        model.trust("empty_conference", model.opinion.lose(_LOSS_EMPTY * word.noticed), entry)
    if not message.document:
        model.resent(_RESENT_NO_DOCUMENT, entry)
        model.add_news("conference_without_document", _NO_DOCUMENT_NEWS, entry)
