"""One example of every kind of entry, about the small case of tests/builders.py."""

from typing import Any

from simulator.journal.book import Journal
from simulator.journal.entries import KINDS, Entry, Started

_SHARES = {"town": 0.25, "staff": 0.0}
_PUBLISH = {"do": "publish", "channels": ["press_release", "direct_email"], "facts": ["leaked"]}
_CALL = {"call": "gazette.1", "outlet": "gazette"}

SAID: dict[str, dict[str, Any]] = {
    "started": {"version": "0", "seed": 7, "scenario": {"id": "small-breach"}},
    "ended": {},
    "inject_given": {"inject": "call"},
    "inject_spared": {"inject": "nudge"},
    "decision_taken": {"do": "publish", "decision": _PUBLISH},
    "decision_refused": {
        "do": "publish",
        "decision": _PUBLISH,
        "reason": {"fr": "pas encore établi", "en": "not established yet"},
    },
    "decision_missing": {"do": "publish", "about": "public"},
    "fact_known": {"fact": "leaked"},
    "fact_came_out": {"fact": "leaked", "withheld": True},
    "statement_issued": {
        "statement": "first-word", "channels": ("press_release", "direct_email"),
        "conference": False, "document": False, "public": True, "inside": False, "holding": False,
        "speakers": (), "signed": True, "disclosed": ("leaked",), "repeated": (),
        "given_away": (), "claims": ("few-concerned",), "elements": ("empathy",),
        "responsibility": "owned", "substance": 0.25, "quality": 0.5, "found": ("nature",),
        "unworded": (), "lacking": ("advice",), "letters": {"communication": "C", "legal": "D"},
        "over_assurance": 0.5, "keeps_promise": False, "reach": _SHARES,
        "best": _SHARES, "told": {}, "answered": {"town": ("leaked",)},
    },
    "empty_word": {"heard": True},
    "revised_downward": {"facts": ("leaked", "how-many")},
    "contradiction": {"claims": ("nothing-stolen", "few-concerned")},
    "promise_made": {"due": 900.0},
    "promise_kept": {"promise": 3, "due": 900.0, "late": 95.0, "news": False},
    "promise_missed": {"promise": 3, "due": 900.0},
    "claim_made": {"claim": "few-concerned", "false": False, "beyond": 0.5},
    "claim_doubted": {"claim": "few-concerned", "beyond": 0.5},
    "claim_contradicted": {"claim": "nothing-stolen", "certainty": 0.9},
    "claim_corrected": {"claim": "nothing-stolen"},
    "news": {"what": "break", "size": 1.0},
    "outlet_decided": {"outlet": "agency", "takes_up": True, "chance": 0.5},
    "call_rang": {**_CALL, "topic": "scope", "gives_up": 300.0},
    "call_answered": {
        **_CALL, "waited": 75.0, "handled": 24.0, "by": "officer", "fit": 0.5, "information": 0.25,
    },
    "call_lost": {**_CALL, "waited": 45.0},
    "article_published": {
        "outlet": "gazette", "tone": "critical", "account": True, "unreachable": True,
        "copied": False, "information": 0.5,
    },
    "heard_from_press": {"audience": "staff"},
    "trust_moved": {"why": "substance", "change": {"town": 0.02}},
    "became_aware": {},
    "clock_started": {"duty": "cnil", "rule": "gdpr33", "due": 4320.0},
    "clock_met": {
        "duty": "cnil", "rule": "gdpr33", "late": 95.0, "lacking": ("scope",), "reasons": True,
        "complete": False,
    },
    "clock_missed": {"duty": "cnil", "rule": "gdpr33", "exposure": 1e7},
    "partner_informed": {"partner": "host"},
    "partner_joined": {"partner": "host", "speed": 1.5},
    "partner_answered": {
        "partner": "host", "agreed": False, "who_acts": "together", "our_share": 0.75, "cost": 9e3,
    },
    "partner_blamed": {"partner": "host"},
    "intrusion_climbed": {"partner": "host"},
    "service_started": {"partner": "host", "service": "lawyers"},
    "helpline_counted": {
        "calls": 40, "answered": 30, "abandoned": 10, "called_back": 0, "to_call_back": 10,
        "agents": 3, "wait": 4.5, "cost": 105.0,
    },
    "helpline_overloaded": {"abandoned_share": 0.5},
    "harm_counted": {"harmed": {"town": 3}, "warned": _SHARES},
    "customers_counted": {"left": {"town": 3}, "returned": {"town": 1}},
    "opinion_measured": {
        "spreaders": (1, 2), "stiflers": (3, 4), "informed": (5, 6), "new_believers": (0, 1),
        "misled": (0, 0), "trust": (0.5, 0.25), "vacuum": 0.5, "questions_open": 0.75,
        "heat": 1.5, "attention": 1.25, "abnormal_return": -3.5,
    },
}  # fmt: skip


def an_entry(kind: str, number: int = 1, **changes: Any) -> Entry:
    """Return an example of a kind, changed."""
    return KINDS[kind](**{"id": number, "at": 60.0, "causes": (), **SAID[kind], **changes})


def a_journal() -> Journal:
    """Return a journal with one entry of every kind, each caused by the one before."""
    journal = Journal()
    journal.record(Started, 0.0, **SAID["started"])
    for kind in KINDS:
        if kind != "started":
            journal.record(KINDS[kind], 60.0, len(journal), **SAID[kind])
    return journal
