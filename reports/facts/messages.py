"""The messages: what each said, what it held and what it lacked."""

from reports.facts.marked import Paragraph, marked
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Prose, Quote, Section, Table
from reports.facts.speech import capital, lower
from reports.facts.wording import elements, grid, reading_of, verdicts
from simulator.journal.entries import StatementIssued
from simulator.journal.names import ELEMENTS

MOST, LONGEST = 4, 3000


def messages_section(run: Run) -> Section | None:
    """Return the main messages with their texts, the others in a table; None without any."""
    if not run.words:
        return None
    say, main = run.say, _main(run)
    blocks: list[Block] = [block for word in main for block in _message(run, word)]
    rest = [word for word in run.words if word not in main]
    if rest:
        label = (
            say.t("Les autres messages", "The other messages")
            if main
            else say.t("Les messages", "The messages")
        )
        blocks.append(_others(run, rest, label))
    return Section(
        "messages", say.t("Messages", "Messages"), _title(run), _lead(run), tuple(blocks)
    )


def _main(run: Run) -> list[StatementIssued]:
    """Return the messages worth reading in full: with a text, outward, the most substantial."""
    texts = [word for word in run.words if run.text_of(word)]
    outward = [word for word in texts if word.public] or texts
    best = sorted(outward, key=lambda word: (-word.substance, -word.quality, word.id))[:MOST]
    return sorted(best, key=lambda word: word.id)


def _title(run: Run) -> str:
    say, words = run.say, run.words
    false = {cause for claim in run.claims["false"] for cause in claim.causes}
    beyond = {cause for claim in run.claims["beyond"] for cause in claim.causes}
    liars = sum(word.id in false for word in words)
    loud = sum(word.id in beyond for word in words)
    if liars:
        n = say.n(liars, "message affirme|messages affirment", "message asserts|messages assert")
        return capital(say.t(f"{n} ce qui était faux", f"{n} what was false"))
    if loud:
        n = say.n(loud, "message affirme|messages affirment", "message asserts|messages assert")
        return capital(say.t(f"{n} plus que l’on ne savait", f"{n} more than was known"))
    if any(word.responsibility == "shifted" for word in words):
        return say.t("La faute y est rejetée sur d’autres", "They put the blame on others")
    mean = sum(word.quality for word in words) / len(words)
    if mean >= 0.85:
        return say.t("Des messages presque complets", "Messages that lack almost nothing")
    return _lacking(run)


def _lacking(run: Run) -> str:
    say = run.say
    always = [e for e in ELEMENTS if all(e in word.lacking for word in run.words)]
    if not always:
        return say.t(
            "Des messages incomplets, chacun à sa manière",
            "Incomplete messages, each in its own way",
        )
    what = ELEMENTS[always[0]].say(say.language)
    if len(run.words) == 1:
        return say.t(f"Au seul message il manque {what}", f"The only message lacks {what}")
    return say.t(f"À tous les messages il manque {what}", f"Every message lacks {what}")


def _lead(run: Run) -> str:
    say, words = run.say, run.words
    n = say.n(len(words), "message", "message")
    best, worst = (say.digits(100 * f(w.quality for w in words)) for f in (max, min))
    if len(words) == 1:
        first = say.t(
            f"Un message, de qualité {best} sur 100.", f"One message, quality {best} out of 100."
        )
    else:
        first = capital(
            say.t(
                f"{n}, de qualité {worst} à {best} sur 100.",
                f"{n}, quality {worst} to {best} out of 100.",
            )
        )
    marks = say.t(
        " Sur fond bleu, les mots qui le montrent ; soulignées de rouge, les fautes.",
        " On blue, the words that show it; underlined in red, the faults.",
    )
    return (
        f"{first} "
        + say.t(
            "La qualité pèse ce qu’un bon message doit contenir et pouvait dire à cette heure-là.",
            "Quality weighs what a good message should hold and could say at that hour.",
        )
        + (marks if _main(run) else "")
    )


def _message(run: Run, word: StatementIssued) -> list[Block]:
    say = run.say
    label = run.numbered(word)
    quality = say.digits(100 * word.quality)
    also = run.other_channels(word)
    fr, en = (f" Aussi : {also}.", f" Also: {also}.") if also else ("", "")
    when = capital(say.when(word.at))
    note = say.t(
        f"{when}, entrée\u00a0{word.id}.{fr} Qualité : {quality}\u00a0sur\u00a0100."
        f"{verdicts(run, word)}",
        f"{when}, entry\u00a0{word.id}.{en} Quality: {quality} out of\u00a0100."
        f"{verdicts(run, word)}",
    )
    return [Quote(label, note, _paragraphs(run, word)), grid(run, word)]


def _paragraphs(run: Run, word: StatementIssued) -> tuple[Paragraph, ...]:
    text = run.text_of(word)
    paragraphs = marked(run, text[:LONGEST], word.found, reading_of(run, word))
    return (*paragraphs, (Cell("[…]"),)) if len(text) > LONGEST else paragraphs


def _missing(run: Run, word: StatementIssued) -> str:
    """Return what a message lacks, and what it means to say without the words for it."""
    lacking, unworded = (elements(run, which) for which in (word.lacking, word.unworded))
    if not word.unworded:
        return lacking
    said = lower(unworded)
    meant = run.say.t(f"pas dans le texte : {said}", f"not in the text: {said}")
    return (
        run.say.t(f"{lacking} ; {meant}", f"{lacking}; {meant}") if word.lacking else capital(meant)
    )


def _others(run: Run, words: list[StatementIssued], label: str) -> Table | Prose:
    say = run.say
    rows = tuple(
        row(
            ", ".join(kept([run.numbered(word), run.other_channels(word)])),
            say.stamp(word.at),
            _missing(run, word),
            say.digits(100 * word.quality),
        )
        for word in words
    )
    heads = columns(
        say.t("Message", "Message"),
        (say.t("Parti", "Sent"), 25),
        (say.t("Manque", "Lacking"), 56),
        (say.t("Qualité", "Quality"), -15),
    )
    return Table("others", heads, rows, label)
