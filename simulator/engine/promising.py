"""Next updates: the promises a message keeps, and the one it makes."""

from simulator.engine.aftermath import Aftermath
from simulator.engine.model import Model
from simulator.engine.word import READS, SUBSTANTIVE, Word
from simulator.journal.entries import PromiseKept, PromiseMade, StatementIssued
from simulator.organisation.promises import GRACE, Promise
from simulator.scenario.decisions import HoldConference

_GAIN_PROMISE = 0.03  # of trust, judgement
CONFERENCE_WINDOW = 48 * 60.0


def keep_promises(model: Model, word: Word, entry: StatementIssued) -> None:
    """Keep the promises this word answers."""
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


def make_promise(model: Model, aftermath: Aftermath, word: Word, entry: StatementIssued) -> None:
    """Note the next update a word announces, and watch over it."""
    if word.message.next_update is None:
        return
    made = model.record(PromiseMade, entry, due=word.message.next_update)
    ids = (a.id for a, share in zip(model.audiences, word.reach, strict=True) if share >= READS)
    inside = frozenset() if word.open else frozenset(ids)
    promise = Promise(made.id, word.message.next_update, inside)
    model.promises.made.append(promise)
    model.env.process(aftermath.watch(promise))


def _brings_news(model: Model, word: Word, promise: Promise) -> bool:
    if promise.to:
        return bool(word.told.max() > SUBSTANTIVE)
    first_meeting = isinstance(word.message, HoldConference) and not met_lately(model)
    return word.substance > SUBSTANTIVE or first_meeting


def met_lately(model: Model) -> bool:
    """Return whether the press was met in the last two days."""
    return any(model.now - at < CONFERENCE_WINDOW for at in model.conferences)
