"""Plans that look clever and must not pay, made from a case's exemplary plan."""

from collections.abc import Callable, Iterable

from bench.cases import Plan, case, edited, later, plan, says, without
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import CorrectClaim, HoldConference, NotifyAuthority, Publish

_PUBLIC = ("press_release", "social_account")
_DIRECT = ("direct_email", "staff_note", "authority_note", "investor_note", *_PUBLIC)


def tricks(name: str) -> dict[str, Plan]:
    """Return every trick that the case allows and its plan does not play, by what it tries."""
    best = plan(name, "exemplary")
    made = {title: trick(case(name), best) for title, trick in _TRICKS.items()}
    return {title: trick for title, trick in made.items() if trick is not None and trick != best}


def _break(scenario: Scenario) -> float:
    return scenario.breaks


def _facts(scenario: Scenario, *topics: str) -> tuple[str, ...]:
    asked = [fact for fact in scenario.facts if not fact.withhold]
    return tuple(fact.id for fact in asked if not topics or fact.topic in topics)


def _word(at: float, number: int, **more: object) -> Publish:
    given = {"id": f"trick-{number}", "at": at, "do": "publish", "channels": _PUBLIC} | more
    return Publish.model_construct(**{**_DEFAULTS, **given})


_DEFAULTS = {
    key: field.default for key, field in Publish.model_fields.items() if not field.is_required()
}


def _in_order(scenario: Scenario, decisions: Iterable[Decision]) -> Plan:
    kept = [d for d in decisions if 0 <= d.at < scenario.horizon]
    return tuple(sorted(kept, key=lambda decision: decision.at))


def _kept_ready(exemplary: Plan) -> Plan:
    """Return what is decided beside messages: cell, inquiries, spokespeople, partners, notices."""
    return without(exemplary, says)


def _words(every: float, count: int, **more: object) -> Callable[[Scenario, Plan], Plan]:
    """Return a trick: the same word again and again from an hour after the story."""

    def trick(scenario: Scenario, exemplary: Plan) -> Plan:
        start = _break(scenario) + 60
        said = [_word(start + n * every, n, **more) for n in range(count)]
        return _in_order(scenario, [*_kept_ready(exemplary), *said])

    return trick


def _same_facts(scenario: Scenario, exemplary: Plan) -> Plan:
    facts = _facts(scenario, "contact", "measures", "advice")
    return _words(60, 48, if_known=facts)(scenario, exemplary)


def _all_at_once(scenario: Scenario, exemplary: Plan) -> Plan:
    word = _word(
        _break(scenario) + 42, 0, channels=_DIRECT, if_known=_facts(scenario), holding=True
    )
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _conferences(scenario: Scenario, exemplary: Plan) -> Plan:
    people = tuple(person.id for person in scenario.organisation.spokespeople)[:3]
    defaults = {k: v.default for k, v in HoldConference.model_fields.items() if not v.is_required()}
    held = [
        HoldConference.model_construct(
            **{**defaults, "id": f"trick-{n}", "at": _break(scenario) + 60 + 180 * n,
               "do": "hold_conference", "speakers": people, "if_known": _facts(scenario)}
        )
        for n in range(24)
    ]  # fmt: skip
    return _in_order(scenario, [*_kept_ready(exemplary), *held])


def _holding_only(scenario: Scenario, exemplary: Plan) -> Plan:
    facts = _facts(scenario, "contact")
    word = _word(_break(scenario) + 60, 0, channels=_DIRECT, if_known=facts, holding=True)
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _treadmill(scenario: Scenario, exemplary: Plan) -> Plan:
    start, facts = _break(scenario) + 60, _facts(scenario, "contact")
    words = [
        _word(start + 360 * n, n, channels=_DIRECT, if_known=facts, holding=True,
              next_update=start + 360 * (n + 1))
        for n in range(38)
    ]  # fmt: skip
    return _in_order(scenario, [*_kept_ready(exemplary), *words])


def _never_look(_scenario: Scenario, exemplary: Plan) -> Plan:
    return without(exemplary, lambda d: d.do == "investigate")


def _lie(scenario: Scenario, exemplary: Plan) -> Plan:
    false = next(claim.id for claim in scenario.claims if claim.truth == "false")
    word = _word(_break(scenario) + 60, 0, channels=_DIRECT, claims=(false,))
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _lie_and_correct(scenario: Scenario, exemplary: Plan) -> Plan:
    false = next(claim.id for claim in scenario.claims if claim.truth == "false")
    start = _break(scenario) + 60
    defaults = {k: v.default for k, v in CorrectClaim.model_fields.items() if not v.is_required()}
    given = {
        "id": "trick-2",
        "at": start + 120,
        "do": "correct_claim",
        "claim": false,
        "channels": _PUBLIC,
    }
    back = CorrectClaim.model_construct(**{**defaults, **given})
    return _in_order(scenario, [*exemplary, _word(start, 1, claims=(false,)), back])


def _assure_early(scenario: Scenario, exemplary: Plan) -> Plan | None:
    unproven = [claim.id for claim in scenario.claims if claim.truth == "unproven"]
    first = next(d.id for d in exemplary if d.do == "publish" and d.at >= 0)
    return edited(exemplary, lambda d: d.id == first, claims=tuple(unproven)) if unproven else None


def _slices(scenario: Scenario, exemplary: Plan) -> Plan:
    end = max(d.at for d in exemplary if says(d))
    start = _break(scenario) + 60
    first = next(d for d in exemplary if d.do == "publish")
    words = [
        _word(
            start + (n + 1) * max(240.0, (end - start) / 12), n, channels=_DIRECT, if_known=(fact,)
        )
        for n, fact in enumerate(_facts(scenario))
    ]
    return _in_order(scenario, [*_kept_ready(exemplary), first, *words])


def _blame(_scenario: Scenario, exemplary: Plan) -> Plan:
    return edited(exemplary, says, responsibility="shifted")


def _blame_then_own(_scenario: Scenario, exemplary: Plan) -> Plan:
    first = next(d.id for d in exemplary if d.do == "publish")
    return edited(exemplary, lambda d: d.id == first, responsibility="shifted")


def _phones_closed(_scenario: Scenario, exemplary: Plan) -> Plan:
    return without(exemplary, lambda d: d.do == "name_spokespeople")


def _last_day(scenario: Scenario, exemplary: Plan) -> Plan:
    word = _word(scenario.horizon - 600, 0, channels=_DIRECT, if_known=_facts(scenario))
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _inside_only(scenario: Scenario, exemplary: Plan) -> Plan:
    inside = without(exemplary, lambda d: d.do in ("hold_conference", "correct_claim"))
    return edited(inside, lambda d: d.do == "publish", channels=("staff_note",), audiences=None)


def _empty_first(scenario: Scenario, exemplary: Plan) -> Plan:
    return _in_order(scenario, [*_kept_ready(exemplary), _word(max(0.0, _break(scenario) - 60), 0)])


def _huge_inquiry(_scenario: Scenario, exemplary: Plan) -> Plan:
    return tuple(
        d.model_copy(update={"people": d.people * 10}) if d.do == "investigate" else d
        for d in exemplary
    )


def _downward(scenario: Scenario, exemplary: Plan) -> Plan:
    last = [d.id for d in exemplary if d.do == "publish"][-2:]
    return edited(exemplary, lambda d: d.id in last, revises=_facts(scenario, "scope")[:1])


def _last_three(scenario: Scenario, exemplary: Plan) -> Plan:
    spoken = [d for d in exemplary if says(d)][-3:]
    return _in_order(scenario, [*_kept_ready(exemplary), *spoken])


def _nobody_signs(_scenario: Scenario, exemplary: Plan) -> Plan:
    return edited(_phones_closed(_scenario, exemplary), says, signed_by=None)


def _no_document(_scenario: Scenario, exemplary: Plan) -> Plan | None:
    held = [d for d in exemplary if d.do == "hold_conference"]
    return edited(exemplary, lambda d: d.do == "hold_conference", document=False) if held else None


def _employees_late(scenario: Scenario, exemplary: Plan) -> Plan:
    def inside(decision: Decision) -> bool:
        return decision.do == "brief_employees" or getattr(decision, "channels", ()) == (
            "staff_note",
        )

    note = next((d for d in exemplary if inside(d)), None)
    kept = without(exemplary, inside)
    bare = tuple(
        d.model_copy(update={"channels": tuple(c for c in d.channels if c != "staff_note")})
        if says(d) and hasattr(d, "channels")
        else d
        for d in kept
    )
    late = (
        [note.model_copy(update={"at": _break(scenario) + 2880, "next_update": None})]
        if note
        else []
    )
    return _in_order(scenario, [*bare, *late])


def _one_officer(scenario: Scenario, exemplary: Plan) -> Plan:
    officer = scenario.organisation.spokespeople[0].id
    return edited(exemplary, lambda d: d.do == "name_spokespeople", spokespeople=(officer,))


def _give_away(scenario: Scenario, exemplary: Plan) -> Plan | None:
    secret = tuple(fact.id for fact in scenario.facts if fact.withhold)
    last = [d for d in exemplary if d.do == "publish"][-1]
    more = {"if_known": (*last.if_known, *secret)}
    return edited(exemplary, lambda d: d.id == last.id, **more) if secret else None


def _miss_promises(scenario: Scenario, exemplary: Plan) -> Plan:
    words = [d.id for d in exemplary if says(d) and getattr(d, "channels", ()) != ("staff_note",)]
    return without(exemplary, lambda d: d.id in words[1:4])


def _empathy(scenario: Scenario, exemplary: Plan) -> Plan:
    return _words(720, 8, elements=("empathy",), responsibility="owned")(scenario, exemplary)


def _empty_notice(_scenario: Scenario, exemplary: Plan) -> Plan | None:
    if not any(isinstance(d, NotifyAuthority) for d in exemplary):
        return None
    # With the insurer's lawyers a notice would be filled: that is help, not a trick.
    alone = without(exemplary, lambda d: d.do == "use_service")
    return edited(alone, lambda d: d.do == "notify_authority", facts=(), if_known=())


def _authorities_only(_scenario: Scenario, exemplary: Plan) -> Plan:
    return without(
        exemplary, lambda d: says(d) and getattr(d, "channels", ()) != ("authority_note",)
    )


def _mail_only(_scenario: Scenario, exemplary: Plan) -> Plan:
    kept = without(exemplary, lambda d: d.do == "hold_conference")
    private = ("direct_email", "staff_note", "authority_note", "investor_note")
    return edited(kept, lambda d: d.do == "publish", channels=private)


def _public_only(_scenario: Scenario, exemplary: Plan) -> Plan:
    kept = without(exemplary, lambda d: d.do == "brief_employees")
    return edited(kept, lambda d: d.do == "publish", channels=_PUBLIC, audiences=None)


def _day_later(scenario: Scenario, exemplary: Plan) -> Plan:
    return later(exemplary, 1440 + max(0.0, _break(scenario) - exemplary[0].at), scenario.horizon)


def _far_promise(scenario: Scenario, exemplary: Plan) -> Plan:
    due = scenario.horizon - 60
    word = _word(_break(scenario) + 60, 0, channels=_DIRECT, holding=True, next_update=due)
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _true_claims(scenario: Scenario, exemplary: Plan) -> Plan | None:
    true = tuple(claim.id for claim in scenario.claims if claim.truth == "true")
    return _words(120, 24, claims=true)(scenario, exemplary) if true else None


def _inquiries_late(scenario: Scenario, exemplary: Plan) -> Plan | None:
    """Return the plan with every inquiry but the first two days later."""
    first = next((d.id for d in exemplary if d.do == "investigate"), None)
    moved = [
        d.model_copy(update={"at": d.at + 2880}) if d.do == "investigate" and d.id != first else d
        for d in exemplary
    ]
    return _in_order(scenario, moved)


def _contact_for_words(scenario: Scenario, exemplary: Plan) -> Plan:
    """Return the plan with a contact in place of what it tells before the story, or first."""
    told = [d for d in exemplary if says(d) and set(getattr(d, "channels", ())) & {*_PUBLIC}]
    early = {d.id for d in told if d.at < _break(scenario)} or {told[0].id}
    word = _word(
        max(1.0, _break(scenario) - 60), 0, if_known=_facts(scenario, "contact"), holding=True
    )
    return _in_order(scenario, [*without(exemplary, lambda d: d.id in early), word])


def _contact_first(scenario: Scenario, exemplary: Plan) -> Plan:
    word = _word(
        max(1.0, _break(scenario) - 30), 0, if_known=_facts(scenario, "contact"), holding=True
    )
    return _in_order(scenario, [*_kept_ready(exemplary), word])


def _one_agent(_scenario: Scenario, exemplary: Plan) -> Plan | None:
    lines = [d for d in exemplary if d.do in ("open_helpline", "resize_helpline")]
    kept = without(exemplary, lambda d: d.do == "use_service" and d.service == "call_centre")
    return (
        edited(kept, lambda d: d.do in ("open_helpline", "resize_helpline"), agents=1)
        if lines
        else None
    )


_TRICKS: dict[str, Callable[[Scenario, Plan], Plan | None]] = {
    "say nothing for ever": lambda _scenario, _exemplary: (),
    "an empty statement every hour": _words(60, 48),
    "empathy only": _empathy,
    "the same facts every hour": _same_facts,
    "everything at once, then nothing": _all_at_once,
    "a conference every three hours": _conferences,
    "one holding word, then nothing": _holding_only,
    "next update every six hours, nothing in it": _treadmill,
    "never investigate": _never_look,
    "a lie": _lie,
    "assure everybody early": _assure_early,
    "the same facts in slices": _slices,
    "blame others": _blame,
    "releases, phones closed": _phones_closed,
    "all on the last day": _last_day,
    "tell employees only": _inside_only,
    "an empty word before the story": _empty_first,
    "ten times the investigators": _huge_inquiry,
    "revise downward twice": _downward,
    "only the last three words": _last_three,
    "nobody named, unsigned": _nobody_signs,
    "a conference without a document": _no_document,
    "employees told late": _employees_late,
    "one officer, always": _one_officer,
    "give away what must be withheld": _give_away,
    "miss promised updates": _miss_promises,
    "lie first, correct at once": _lie_and_correct,
    "blame first, own later": _blame_then_own,
    "notices with nothing in them": _empty_notice,
    "authorities and nobody else": _authorities_only,
    "mail only, nothing public": _mail_only,
    "public only, nobody written to": _public_only,
    "everything a day later": _day_later,
    "promise a word for the last hour": _far_promise,
    "true claims every two hours": _true_claims,
    "the contact just before the story": _contact_first,
    "a contact before the story, nothing told": _contact_for_words,
    "inquiries two days late": _inquiries_late,
    "one agent on the helpline": _one_agent,
}
