"""What a team sees happen, as it happens: where a step of the clock stops."""

from simulator.journal.entries import (
    ArticlePublished,
    CallLost,
    CallRang,
    ClockMissed,
    Ended,
    Entry,
    FactKnown,
    InjectGiven,
    PartnerAnswered,
    PromiseMissed,
)

VISIBLE: tuple[type[Entry], ...] = (
    ArticlePublished,
    CallLost,
    CallRang,
    ClockMissed,
    Ended,
    FactKnown,
    InjectGiven,
    PartnerAnswered,
    PromiseMissed,
)
