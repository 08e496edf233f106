"""What the decisions of a live exercise are about, as the sentences say it."""

from collections.abc import Callable
from typing import Any

from simulator.journal.names import Names
from simulator.journal.sentences.phrases import quoted, t
from simulator.text import Text


def _call(decision: dict[str, Any], names: Names) -> Text:
    outlet = names.of("outlet", str(decision["call"]).partition(".")[0])
    if not decision.get("by"):
        return outlet
    by = names.of("person", decision["by"])
    return t(f"{outlet.fr}, par {by.fr}", f"{outlet.en}, by {by.en}")


def _line(decision: dict[str, Any], names: Names) -> Text:
    told = names.list("fact", (*decision.get("facts", ()), *decision.get("if_known", ())))
    return quoted(told) if told.fr else told


def _typed(decision: dict[str, Any], _names: Names) -> Text:
    return quoted(t(decision["text"], decision["text"]))


def _inject(decision: dict[str, Any], names: Names) -> Text:
    return names.of("inject", decision["inject"])


def _added(decision: dict[str, Any], _names: Names) -> Text:
    title = decision["inject"]["title"]
    return t(title["fr"], title["en"])


def _question(decision: dict[str, Any], names: Names) -> Text:
    outlet, question = names.of("outlet", decision["outlet"]), decision["question"]
    said = quoted(t(question["fr"], question["en"]))
    return t(f"{outlet.fr}, {said.fr}", f"{outlet.en}, {said.en}")


def _ruling(decision: dict[str, Any], _names: Names) -> Text:
    what, points = decision["criterion"], f"{decision['score']:g}"
    said = quoted(t(decision["reason"]["fr"], decision["reason"]["en"]))
    return t(f"{what}, {points} sur 100, {said.fr}", f"{what}, {points} out of 100, {said.en}")


LIVE: dict[str, Callable[[dict[str, Any], Names], Text]] = {
    "answer_call": _call,
    "decline_call": _call,
    "promise_call_back": _call,
    "set_line": _line,
    "write_log": _typed,
    "take_note": _typed,
    "give_inject": _inject,
    "skip_inject": _inject,
    "add_inject": _added,
    "ring_team": _question,
    "overrule": _ruling,
}
