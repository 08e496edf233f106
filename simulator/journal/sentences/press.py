"""The press, each entry as one sentence: news, outlets, calls, articles."""

from simulator.journal import entries as e
from simulator.journal.names import NEWS, TONES, TOPICS, Names
from simulator.journal.sentences.phrases import Tellers, hours, naming, t
from simulator.text import Text


def _news(entry: e.News, _names: Names) -> Text:
    what = NEWS.get(entry.what, t(entry.what, entry.what))
    return naming(what, "Nouveau pour la presse : {}", "News for the press: {}")


def _outlet(entry: e.OutletDecided, names: Names) -> Text:
    outlet = names.of("outlet", entry.outlet)
    if entry.takes_up:
        return naming(outlet, "{} suit l’affaire", "{} follows the story")
    return naming(outlet, "{} ne reprend pas l’affaire", "{} does not take up the story")


def _rang(entry: e.CallRang, names: Names) -> Text:
    outlet, topic = names.of("outlet", entry.outlet).fr, TOPICS.get(entry.topic)
    if topic is None:  # a question of the facilitator's own
        return t(f"{outlet} appelle", f"{outlet} calls")
    return t(f"{outlet} appelle (sur {topic.fr})", f"{outlet} calls (about {topic.en})")


def _answered(entry: e.CallAnswered, names: Names) -> Text:
    outlet, wait = names.of("outlet", entry.outlet).fr, hours(entry.waited)
    if entry.by == "conference":
        return t(
            f"{outlet} a sa réponse en conférence", f"{outlet} has its answer from the conference"
        )
    if round(entry.waited) == 0:
        return t(f"{outlet} obtient une réponse aussitôt", f"{outlet} is answered at once")
    return t(f"{outlet} obtient une réponse après {wait}", f"{outlet} is answered after {wait}")


def _lost(entry: e.CallLost, names: Names) -> Text:
    outlet, wait = names.of("outlet", entry.outlet).fr, hours(entry.waited)
    if names.comes_of(entry, "decline_call"):
        return t(
            f"{outlet} s’entend dire non après {wait} d’attente",
            f"{outlet} is turned down after waiting {wait}",
        )
    return t(f"{outlet} renonce après {wait} d’attente", f"{outlet} gives up after waiting {wait}")


def _article(entry: e.ArticlePublished, names: Names) -> Text:
    outlet, tone, account = names.of("outlet", entry.outlet).fr, TONES[entry.tone], _account(entry)
    fr, en = (", « injoignable »", ", “could not be reached”") if entry.unreachable else ("", "")
    return t(
        f"{outlet}, article {tone.fr} {account.fr}{fr}",
        f"{outlet}, {tone.en} article {account.en}{en}",
    )


def _account(entry: e.ArticlePublished) -> Text:
    if entry.account:
        return t("avec notre version", "with our account")
    return t("sans notre version", "without our account")


def _heard(entry: e.HeardFromPress, names: Names) -> Text:
    who = names.of("audience", entry.audience)
    return naming(who, "L’apprennent par la presse : {}", "Heard it from the press: {}")


PRESS: Tellers = {
    e.News: _news,
    e.OutletDecided: _outlet,
    e.CallRang: _rang,
    e.CallAnswered: _answered,
    e.CallLost: _lost,
    e.ArticlePublished: _article,
    e.HeardFromPress: _heard,
}
