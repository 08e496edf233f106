"""The annex: the journal in small print, the sources, and what was invented."""

from collections import Counter
from collections.abc import Iterator

from reports.facts.live import headed, participants
from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Block, Lines, Prose, Section, Table
from reports.facts.speech import capital
from simulator.journal.entries import (
    CallAnswered,
    CallRang,
    Entry,
    HelplineCounted,
    OpinionMeasured,
    OutletDecided,
)

# About eight pages of two columns in 8 pt.
MOST_LINES, CHARACTERS, LONGEST = 1000, 54, 240

# What is shown better elsewhere, and what it is called.
_MEASURES: dict[type[Entry], tuple[str, str]] = {
    OpinionMeasured: ("les mesures de l’opinion", "measures of opinion"),
    HelplineCounted: ("les heures de la ligne d’assistance", "hours of the helpline"),
}
# What goes first when there is no room, and what it is called.
_SPARED: dict[type[Entry], tuple[str, str]] = {
    CallRang: ("les sonneries", "rings"),
    OutletDecided: ("les choix des rédactions", "newsrooms’ choices"),
    CallAnswered: ("les appels répondus", "calls answered"),
}


def annex_section(run: Run) -> Section:
    """Return what stands behind the report."""
    say = run.say
    lines, left_out = _journal(run)
    shown, total = (
        say.digits(sum(len(rows) for _, rows in lines.days)),
        say.digits(len(run.journal)),
    )
    lead = say.t(
        f"Le journal compte {total} entrées, numérotées dans l’ordre ; {shown} sont ici. ",
        f"The journal has {total} entries, numbered in order; {shown} are here. ",
    )
    blocks: list[Block] = list(_brief(run))
    if run.scenario.sources:
        blocks.append(_sources(run))
    if people := participants(run):
        blocks.append(_people(run, people))
    return Section(
        "annex",
        say.t("Annexe", "Annex"),
        say.t(
            "Le journal, les sources et la part d’invention",
            "The journal, the sources and what was invented",
        ),
        lead + left_out,
        (*blocks, lines),
    )


def _brief(run: Run) -> Iterator[Prose]:
    """Yield what the facilitator's brief says after its first paragraph, which tells the case."""
    say = run.say
    paragraphs = run.scenario.brief.say(say.language).strip().split("\n\n")[1:]
    note = (
        say.t("Cas inventé de bout en bout.", "The case is invented throughout.")
        if run.scenario.fictional
        else say.t(
            "Cas réel. Ces pages disent ce qui est inventé.",
            "A real case. The brief says what is invented.",
        )
    )
    if paragraphs:
        label = say.t("Consignes de l’animateur", "Facilitator’s brief")
        yield Prose(label, tuple(paragraphs), note)


def _sources(run: Run) -> Table:
    say = run.say
    found = run.scenario.sources
    heads = columns(say.t("Source", "Source"), (say.t("Adresse", "Address"), 52))
    shown = 2 if any(source.url for source in found) else 1
    rows = tuple(row(each.text.say(say.language), each.url or "")[:shown] for each in found)
    return Table("sources", heads[:shown], rows, say.t("Sources du cas", "Sources of the case"))


def _people(run: Run, people: dict[str, Counter[str]]) -> Table:
    say = run.say
    heads = columns((say.t("Qui", "Who"), 38), say.t("Part prise", "Part taken"))
    rows = tuple(row(headed(run, who), _part(run, acts)) for who, acts in people.items())
    return Table("participants", heads, rows, say.t("Participants", "Participants"))


def _part(run: Run, acts: Counter[str]) -> str:
    """Return what somebody did: 'trois décisions, une refusée, main courante'."""
    say, taken, refused, notes = run.say, acts["taken"], acts["refused"], acts["note"]
    decisions = say.n(taken + refused, "décision", "decision", feminine=True)
    parts = [decisions if taken + refused else ""]
    if refused:
        some = say.word(refused, feminine=True)
        parts.append(say.t(f"dont {some} refusée{'s' * (refused > 1)}", f"{some} of them refused"))
    parts.append(say.n(notes, "note", "note", feminine=True) if notes else "")
    parts.append(say.t("main courante", "log") if acts["log"] else "")
    return capital(", ".join(part for part in parts if part))


def _journal(run: Run) -> tuple[Lines, str]:
    """Return the journal's lines, and the sentence that says what was left out."""
    say = run.say
    entries, gone = _chosen(run)
    days: dict[str, list[tuple[str, str, str]]] = {}
    for entry in entries:
        hour = f"{run.scenario.clock.local(entry.at):%H:%M}"
        said = (hour, str(entry.id), _said(run, entry))
        days.setdefault(capital(say.day(entry.at)), []).append(said)
    heads = (say.t("Heure", "Hour"), say.t("Nº", "No."), say.t("Entrée", "Entry"))
    lines = Lines("journal", heads, tuple((day, tuple(rows)) for day, rows in days.items()))
    out = say.t(f"N’y sont pas : {say.listed(gone)}.", f"Left out: {say.listed(gone)}.")
    return lines, out if gone else ""


def _chosen(run: Run) -> tuple[list[Entry], list[str]]:
    """Return the entries that fit, and the names of those left out for it."""
    entries, gone = list(run.journal), list[str]()
    for measure, (fr, en) in _MEASURES.items():
        fewer = [entry for entry in entries if not isinstance(entry, measure)]
        if len(fewer) < len(entries):
            gone.append(run.say.t(fr, en))
            entries = fewer
    for kind, (fr, en) in _SPARED.items():
        fewer = [entry for entry in entries if not isinstance(entry, kind)]
        if len(fewer) < len(entries) and _length(run, entries) > MOST_LINES:
            gone.append(run.say.t(fr, en))
            entries = fewer
    if _length(run, entries) > MOST_LINES:
        gone.append(run.say.t("la fin, faute de place", "the end, for want of room"))
    while _length(run, entries) > MOST_LINES:
        entries = entries[: int(len(entries) * 0.9)]
    return entries, gone


def _said(run: Run, entry: Entry) -> str:
    return run.tell(entry)[:LONGEST]


def _length(run: Run, entries: list[Entry]) -> int:
    return sum(1 + len(_said(run, entry)) // CHARACTERS for entry in entries)
