"""The messages: what each said, what it held and what it lacked."""

from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Prose, Quote, Section, Table
from reports.facts.speech import capital
from simulator.journal.entries import ClaimMade, StatementIssued
from simulator.journal.names import ELEMENTS, join

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
    return f"{first} " + say.t(
        "La qualité pèse ce qu’un bon message doit contenir et pouvait dire à cette heure-là.",
        "Quality weighs what a good message should hold and could say at that hour.",
    )


def _message(run: Run, word: StatementIssued) -> list[Block]:
    say = run.say
    label = run.numbered(word)
    quality = say.digits(100 * word.quality)
    also = run.other_channels(word)
    fr, en = (f" Aussi : {also}.", f" Also: {also}.") if also else ("", "")
    when = capital(say.when(word.at))
    note = say.t(
        f"{when}, entrée {word.id}.{fr} Qualité : {quality} sur 100.",
        f"{when}, entry {word.id}.{en} Quality: {quality} out of 100.",
    )
    text = run.text_of(word)
    paragraphs = tuple(part.strip() for part in text[:LONGEST].split("\n\n") if part.strip())
    if len(text) > LONGEST:
        paragraphs += ("[…]",)
    quote = Quote(label, note, tuple(say.t(part, part) for part in paragraphs))
    return [quote, _grid(run, word)]


def _grid(run: Run, word: StatementIssued) -> Table:
    say = run.say
    rows = [
        row(say.t("Trouvé", "Found"), Cell(_elements(run, word.found), "team")),
        row(
            say.t("Manque", "Lacking"),
            Cell(_elements(run, word.lacking), "world" if word.lacking else "plain"),
        ),
    ]
    if faults := _faults(run, word):
        rows.append(row(say.t("Fautes", "Faults"), Cell(faults, "world")))
    heads = columns(
        (say.t("Élément", "Element"), 20),
        say.t("Ce que contient le message", "What the message holds"),
    )
    return Table(f"message_{word.id}", heads, tuple(rows), "")


def _elements(run: Run, which: tuple[str, ...]) -> str:
    known = [ELEMENTS[element] for element in which if element in ELEMENTS]
    return (
        capital(join(known, "\u00a0· ").say(run.say.language))
        if known
        else run.say.t("rien", "nothing")
    )


def _faults(run: Run, word: StatementIssued) -> str:
    say, found = run.say, []
    for claim in run.of(ClaimMade):
        if word.id in claim.causes and (claim.false or claim.beyond > 0):
            what = say.quoted(run.name("claim", claim.claim))
            found.append(
                say.t(f"faux : {what}", f"false: {what}")
                if claim.false
                else say.t(
                    f"affirmé avant d’être établi : {what}",
                    f"asserted before it was established: {what}",
                )
            )
    if word.responsibility == "shifted":
        found.append(say.t("la faute est rejetée sur d’autres", "the blame is put on others"))
    if word.given_away:
        facts = run.names.list("fact", word.given_away).say(say.language)
        found.append(
            say.t(
                f"divulgue ce qui était à taire : {facts}",
                f"gives away what was to be withheld: {facts}",
            )
        )
    return capital(" ; ".join(found) if say.french else "; ".join(found))


def _others(run: Run, words: list[StatementIssued], label: str) -> Table | Prose:
    say = run.say
    rows = tuple(
        row(
            ", ".join(kept([run.numbered(word), run.other_channels(word)])),
            say.stamp(word.at),
            _elements(run, word.lacking),
            say.digits(100 * word.quality),
        )
        for word in words
    )
    heads = columns(
        say.t("Message", "Message"),
        (say.t("Parti", "Sent"), 25),
        (say.t("Manque", "Lacking"), 46),
        (say.t("Qualité", "Quality"), -15),
    )
    return Table("others", heads, rows, label)
