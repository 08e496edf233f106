"""What doctrine would have added to a plan, one change at a time, where the plan lacks it."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from simulator.clocks.rules import laws_of
from simulator.journal import Journal
from simulator.journal.entries import ClaimMade, ClockMissed, ClockStarted
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import (
    ActivateCell,
    BriefEmployees,
    HoldConference,
    InformPartner,
    Investigate,
    Message,
    MonitorMedia,
    NameSpokespeople,
    NotifyAuthority,
    OpenHelpline,
    Publish,
)
from simulator.scenario.kinds import PUBLIC_CHANNELS
from simulator.study.changes import Change, added, ordered
from simulator.study.design import Plan
from simulator.text import Text

_HOUR = 60.0
_PUBLIC = ("press_release", "social_account")
_DIRECT = ("direct_email", "staff_note", "authority_note", "investor_note")
_PEOPLE = 3  # spokespeople, and investigators an inquiry gets
_AGENTS = 20
_OWNED = Text(
    fr="Nous assumons notre responsabilité dans cet incident et nous vous présentons nos excuses.",
    en="We take responsibility for this incident and we apologise to you for it.",
)
_FELT = Text(
    fr="Nous comprenons l’inquiétude que cette nouvelle vous cause.",
    en="We understand how worrying this news is for you.",
)
_FLOOR, _DAY = 12 * _HOUR, 24 * _HOUR
_HOT = 4 * 24 * _HOUR


def missing(scenario: Scenario, plan: Plan, journal: Journal) -> Iterator[Change]:
    """Yield what doctrine would have changed in a plan; `journal` is a run of it."""
    for find in (_speaking, _people, _others, _manner, _claims):
        for change in find(scenario, plan, journal):
            # A story that breaks late leaves no time for some of it.
            if change.plan != plan and all(d.at < scenario.horizon for d in change.plan):
                yield change


def _speaking(scenario: Scenario, plan: Plan, _journal: Journal) -> Iterator[Change]:
    """Speak at all, speak at once, fill the silences, meet the press, tell those inside."""
    spoken = [d.at for d in plan if _public(d)]
    broke = scenario.breaks
    if not spoken:
        for hours in (1, 6, 24):
            yield _with(
                plan, f"speak-{hours}h",
                f"prendre la parole {hours} h après l’affaire, puis toutes les douze heures",
                f"speaking {hours} h after the story, then every twelve hours",
                *_words(scenario, broke + hours * _HOUR),
            )  # fmt: skip
    if not spoken or min(spoken) > broke + 2 * _HOUR:
        yield _with(
            plan, "first-word", "un premier mot une heure après l’affaire",
            "a first word one hour after the story",
            _word(scenario, "first-word", broke + _HOUR, holding=True),
        )  # fmt: skip
    if spoken:
        yield from _fill(scenario, plan, spoken)
    if not any(d.do == "hold_conference" for d in plan):
        yield from _conference(scenario, plan)


def _fill(scenario: Scenario, plan: Plan, spoken: list[float]) -> Iterator[Change]:
    """Say in each word when the next one comes, and let no day of the hot story pass without."""
    if any(_announces_nothing(plan, at, after) for at, after in pairwise(spoken)):
        yield Change(
            "announce",
            Text(
                fr="annoncer chaque fois l’heure du point suivant",
                en="announcing each time when the next update comes",
            ),
            _announcing(plan, spoken),
        )
    end = min(scenario.horizon, scenario.breaks + _HOT)
    moments = sorted(at for at in spoken if scenario.breaks <= at < end)
    gaps = pairwise([*moments, end])
    words = [
        _word(scenario, f"update-{n}-{k}", a + k * _DAY, next_update=min(a + (k + 1) * _DAY, b))
        for n, (a, b) in enumerate(gaps)
        for k in range(1, int((b - a) / _DAY) + 1)
        if a + k * _DAY < b - _HOUR
    ]
    if words:
        yield _with(
            plan, "rhythm", "un point chaque jour, week-end compris, avec l’heure du suivant",
            "an update every day, weekend included, with the hour of the next", *words,
        )  # fmt: skip


def _announces_nothing(plan: Plan, at: float, after: float) -> bool:
    words = [d for d in plan if _public(d) and d.at == at]
    return after > at and all(getattr(d, "next_update", None) is None for d in words)


def _announcing(plan: Plan, spoken: list[float]) -> Plan:
    following = {at: after for at, after in pairwise(spoken) if after > at}
    return tuple(
        d.model_copy(update={"next_update": following[d.at]})
        if _public(d) and isinstance(d, Message) and d.next_update is None and d.at in following
        else d
        for d in plan
    )


def _conference(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    people = _spokespeople(scenario)
    if people:
        held = _made(
            HoldConference, "conference", scenario.breaks + 24 * _HOUR,
            do="hold_conference", speakers=people, document=True, if_known=_tellable(scenario),
        )  # fmt: skip
        yield _with(
            plan, "conference", "une conférence de presse avec un document, un jour après",
            "a press conference with a document, a day after", held,
        )  # fmt: skip


def _people(scenario: Scenario, plan: Plan, _journal: Journal) -> Iterator[Change]:
    """Cell, monitoring, spokespeople, inquiries, those inside."""
    done = {d.do for d in plan}
    soon = scenario.breaks + _HOUR / 2
    if "activate_cell" not in done:
        cell = _made(ActivateCell, "cell", soon, do="activate_cell")
        yield _with(plan, "cell", "réunir la cellule aussitôt", "the cell brought together", cell)
    if "monitor_media" not in done:
        watch = _made(MonitorMedia, "monitoring", soon, do="monitor_media")
        yield _with(plan, "monitoring", "une veille des médias", "media monitoring", watch)
    named = {who for d in plan if d.do == "name_spokespeople" for who in d.spokespeople}
    if len(named) < min(_PEOPLE, len(_spokespeople(scenario))):
        trio = _made(
            NameSpokespeople, "trio", soon, do="name_spokespeople",
            spokespeople=_spokespeople(scenario),
        )  # fmt: skip
        kept = tuple(d for d in plan if d.do != "name_spokespeople")
        yield _with(kept, "trio", "trois porte-parole nommés", "three spokespeople named", trio)
    looked = {d.investigation for d in plan if d.do == "investigate"}
    left = [i for i in scenario.investigations if i.id not in looked]
    if left:
        ordered_now = (
            _made(Investigate, f"look-{i.id}", soon, do="investigate", investigation=i.id,
                  people=_PEOPLE)
            for i in left
        )  # fmt: skip
        yield _with(
            plan, "investigate", "toutes les enquêtes ordonnées aussitôt",
            "every inquiry ordered at once", *ordered_now,
        )  # fmt: skip
    if "brief_employees" not in done and not any("staff_note" in _channels(d) for d in plan):
        brief = _made(
            BriefEmployees, "inside", soon, do="brief_employees", holding=True,
            if_known=_tellable(scenario),
        )  # fmt: skip
        yield _with(
            plan, "inside", "les salariés informés aussitôt", "employees told at once", brief
        )


def _others(scenario: Scenario, plan: Plan, journal: Journal) -> Iterator[Change]:
    """Partners, authorities, those concerned."""
    told = {d.partner for d in plan if d.do == "inform_partner"}
    if left := [partner for partner in scenario.partners if partner.id not in told]:
        calls = (
            _made(InformPartner, f"tell-{p.id}", scenario.breaks, do="inform_partner", partner=p.id)
            for p in left
        )
        yield _with(
            plan, "partners", "les partenaires prévenus aussitôt", "partners told at once", *calls
        )
    if due := _times_to_notify(scenario, journal):
        late = (d for d in plan if d.do == "notify_authority" and d.phase == "initial")
        gone = {d.id for d in late if d.duty in due}
        notices = (
            _made(NotifyAuthority, f"notify-{duty}", at, do="notify_authority", duty=duty,
                  if_known=_tellable(scenario))
            for duty, at in due.items()
        )  # fmt: skip
        yield _with(
            tuple(d for d in plan if d.id not in gone), "authority",
            "l’autorité notifiée à temps", "the authority notified in time", *notices,
        )  # fmt: skip
    if scenario.data_taken and not any(d.do == "open_helpline" for d in plan):
        line = _made(
            OpenHelpline, "helpline", scenario.breaks + _HOUR, do="open_helpline", agents=_AGENTS
        )
        yield _with(plan, "helpline", "une ligne d’assistance", "a helpline", line)


def _manner(_scenario: Scenario, plan: Plan, _journal: Journal) -> Iterator[Change]:
    """Own up, and show that one feels with people, in the words too where there are words."""
    messages = [d for d in plan if isinstance(d, Message)]
    if messages and all(d.responsibility != "owned" for d in messages):
        own = {"responsibility": "owned", "blames": None}
        yield Change(
            "own-up",
            Text(fr="assumer la responsabilité", en="owning the responsibility"),
            _each(plan, _OWNED, lambda d: own),
        )
    if messages and not any("empathy" in d.elements for d in messages):
        yield Change(
            "empathy",
            Text(fr="des mots d’empathie", en="words of empathy"),
            _each(plan, _FELT, lambda d: {"elements": (*d.elements, "empathy")}),
        )


def _each(plan: Plan, sentence: Text, update: Callable[[Message], dict[str, Any]]) -> Plan:
    """Return the plan with every message changed, and the sentence that says it at its end."""
    return tuple(
        d.model_copy(update={**update(d), "text": _longer(d.text, sentence)})
        if isinstance(d, Message)
        else d
        for d in plan
    )


def _longer(text: Text | None, sentence: Text) -> Text | None:
    if text is None:
        return None
    return Text(fr=f"{text.fr}\n\n{sentence.fr}", en=f"{text.en}\n\n{sentence.en}")


def _claims(_scenario: Scenario, plan: Plan, journal: Journal) -> Iterator[Change]:
    """Leave out what was false, and what went beyond the known."""
    groups = {
        "false": {made.claim for made in journal.of(ClaimMade) if made.false},
        "beyond": {m.claim for m in journal.of(ClaimMade) if m.beyond > 0 and not m.false},
    }
    words = {
        "false": Text(fr="ne rien affirmer de faux", en="asserting nothing false"),
        "beyond": Text(
            fr="n’affirmer que ce qui est établi", en="asserting only what is established"
        ),
    }
    for name, claims in groups.items():
        if claims:
            yield Change(f"no-{name}", words[name], _without_claims(plan, claims))


def _without_claims(plan: Plan, claims: set[str]) -> Plan:
    kept = (d for d in plan if not (d.do == "correct_claim" and d.claim in claims))
    return tuple(
        d.model_copy(update={"claims": tuple(c for c in d.claims if c not in claims)})
        if isinstance(d, Message)
        else d
        for d in kept
    )


def _with(plan: Plan, name: str, fr: str, en: str, *more: Decision) -> Change:
    return Change(name, Text(fr=fr, en=en), added(ordered(plan), more))


def _made(kind: type[Any], name: str, at: float, **said: Any) -> Decision:
    decision: Decision = kind(id=f"doctrine-{name}", at=at, **said)
    return decision


def _word(scenario: Scenario, name: str, at: float, **more: Any) -> Decision:
    return _made(
        Publish, name, at, do="publish", channels=(*_PUBLIC, *_DIRECT),
        if_known=_tellable(scenario), elements=("acknowledgement", "empathy"),
        responsibility="owned", **more,
    )  # fmt: skip


def _words(scenario: Scenario, start: float) -> list[Decision]:
    """Return a first word and an update every twelve hours, for four days."""
    end = min(scenario.horizon, scenario.breaks + _HOT)
    moments = []
    while start < end:
        moments.append(start)
        start += _FLOOR
    return [_word(scenario, f"word-{n}", at, holding=not n) for n, at in enumerate(moments)]


def _public(decision: Decision) -> bool:
    return decision.do == "hold_conference" or bool(PUBLIC_CHANNELS & set(_channels(decision)))


def _channels(decision: Decision) -> tuple[str, ...]:
    return tuple(getattr(decision, "channels", ()))


def _tellable(scenario: Scenario) -> tuple[str, ...]:
    return tuple(fact.id for fact in scenario.facts if not fact.withhold)


def _spokespeople(scenario: Scenario) -> tuple[str, ...]:
    return tuple(person.id for person in scenario.organisation.spokespeople)[:_PEOPLE]


def _times_to_notify(scenario: Scenario, journal: Journal) -> dict[str, float]:
    """Return when each missed notice was still in time: a day before, or half of a short clock."""
    started = {clock.duty: clock.at for clock in journal.of(ClockStarted)}
    return {
        missed.duty: missed.at - min(24 * _HOUR, (missed.at - started[missed.duty]) / 2)
        for missed in journal.of(ClockMissed)
        if _met_by_notice(scenario, missed.duty)
    }


def _met_by_notice(scenario: Scenario, duty: str) -> bool:
    rule = next((d.rule for d in scenario.duties if d.id == duty), None)
    return rule is not None and "notice" in laws_of(scenario)[rule].met_by
