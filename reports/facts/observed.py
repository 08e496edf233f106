"""What observers noted, objective by objective, in the order of time."""

from reports.facts.criteria import RATINGS
from reports.facts.live import by_role, directed, headed, named
from reports.facts.run import Run
from reports.facts.shape import Said, Section, Voices
from reports.facts.speech import capital
from simulator.journal.entries import DecisionTaken

_MAJOR = ("M", "U")


def observed_section(run: Run) -> Section | None:
    """Return the notes taken during the exercise; None where there are none."""
    notes = directed(run, "take_note")
    if not notes:
        return None
    topic = run.say.t("Ce que les observateurs ont noté", "What observers noted")
    return Section("observed", topic, _title(run, notes), _lead(run, notes), _groups(run, notes))


def _ratings(notes: list[DecisionTaken]) -> list[str]:
    return [str(note.decision["rating"]) for note in notes if note.decision.get("rating")]


def _title(run: Run, notes: list[DecisionTaken]) -> str:
    say, ratings = run.say, _ratings(notes)
    major = sum(rating in _MAJOR for rating in ratings)
    if major:
        return _majors(run, major, len(notes))
    if not ratings:
        n = say.n(len(notes), "note prise|notes prises", "note", feminine=True)
        return capital(say.t(f"{n} sur le vif", f"{n} taken on the spot"))
    if set(ratings) == {"P"}:
        return say.t("Aucune difficulté relevée", "No challenge was noted")
    return say.t("Des difficultés, aucune majeure", "Some challenges, none of them major")


def _majors(run: Run, major: int, total: int) -> str:
    say = run.say
    if total == 1:
        return say.t(
            "La seule note relève une difficulté majeure",
            "The only note tells of a major challenge",
        )
    some = say.n(major, "note", "note", feminine=True)
    relève = "relève" if major == 1 else "relèvent"
    tells = "tells" if major == 1 else "tell"
    return capital(
        say.t(
            f"{some} sur {say.word(total)} {relève} une difficulté majeure",
            f"{some} in {say.word(total)} {tells} of a major challenge",
        )
    )


def _lead(run: Run, notes: list[DecisionTaken]) -> str:
    say, n = run.say, run.say.n(len(notes), "note", "note", feminine=True)
    authors = by_role(str(note.decision.get("author") or "observer") for note in notes)
    by = say.listed([named(run, author) for author in authors])
    first, last = notes[0].at, notes[-1].at
    when = say.t(f", {say.when(first)}", f", on {say.when(first)}")
    if say.when(first) != say.when(last):
        when = say.t(
            f", entre {say.when(first)} et {say.when(last)}",
            f", between {say.when(first)} and {say.when(last)}",
        )
    told = capital(say.t(f"{n} ({by}){when}. ", f"{n} ({by}){when}. "))
    return told + say.t(
        "Elles éclairent la note et n’y comptent pas.",
        "They throw light on the score and do not count in it.",
    )


def _groups(run: Run, notes: list[DecisionTaken]) -> tuple[Voices, ...]:
    """Return the notes on each objective, in the scenario's order, then those on none."""
    texts = {each.id: each.text.say(run.say.language) for each in run.scenario.objectives}
    found: dict[str, list[DecisionTaken]] = {which: [] for which in (*texts, "")}
    for note in notes:
        which = str(note.decision.get("objective") or "")
        found[which if which in texts else ""].append(note)
    label = run.say.t("Objectif", "Objective")
    none = run.say.t("Hors objectif", "On no objective") if len(found[""]) < len(notes) else ""
    return tuple(
        Voices(label if which else none, texts.get(which, ""), tuple(_said(run, n) for n in some))
        for which, some in found.items()
        if some
    )


def _said(run: Run, note: DecisionTaken) -> Said:
    rating = note.decision.get("rating")
    when = run.say.stamp(note.at)
    return Said(
        headed(run, note.decision.get("author")),
        f"{when}\n{RATINGS[rating].say(run.say.language)}" if rating else when,
        str(note.decision["text"]).strip(),
        _about(run, note),
    )


def _about(run: Run, note: DecisionTaken) -> str:
    number, say = note.decision.get("about"), run.say
    if not number:
        return ""
    known = number <= len(run.journal)
    what = f", {run.tell(run.journal[number])}" if known else ""
    hour = f", {run.scenario.clock.local(run.journal[number].at):%H:%M}" if known else ""
    return say.t(f"Sur l’entrée\u00a0{number}{hour}", f"On entry\u00a0{number}{hour}") + what
