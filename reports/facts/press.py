"""The press desk and the promises: calls, voices, tone, and what was announced."""

from collections import Counter
from statistics import median

from reports.facts.lessons import lessons
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Picture, Prose, Section, Table
from reports.facts.speech import capital
from simulator.journal.entries import (
    ArticlePublished,
    DecisionTaken,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
)

LATE, FEW = 30.0, 5


def press_section(run: Run) -> Section | None:
    """Return calls, articles and promises; None when there were none of them."""
    nothing = not run.calls and not run.of(ArticlePublished) and not run.of(PromiseMade)
    if nothing:
        return None
    blocks: list[Block] = [Picture("press_desk")] if run.calls else []
    if run.of(ArticlePublished):
        blocks.append(Picture("tone"))
    if run.card.outcome.lowest_return is not None:
        blocks.append(Picture("market"))
    blocks += [*lessons(run, [_busiest(run), _reached(run), _market(run)]), _promises(run)]
    topic = run.say.t("Presse et rendez-vous", "Press and promises")
    return Section("press", topic, _title(run), _lead(run), tuple(blocks))


def _title(run: Run) -> str:
    say, lost, calls = run.say, len(run.lost), len(run.calls)
    if not calls:
        return _quiet(run)
    if lost == calls:
        if calls == 1:
            return say.t("Le seul appel est resté sans réponse", "The only call went unanswered")
        n = say.n(calls, "appel", "call")
        return say.t(f"Personne n’a répondu : {n} perdus", f"Nobody answered: {n} lost")
    if lost == 0:
        if calls == 1:
            return say.t("Le seul appel a reçu sa réponse", "The only call was answered")
        n = say.n(calls, "appel", "call")
        none = "Neither" if calls == 2 else "None"
        return say.t(f"Aucun des {n} n’a été perdu", f"{none} of the {n} was lost")
    return _worst_day(run)


def _quiet(run: Run) -> str:
    articles = run.say.n(len(run.of(ArticlePublished)), "article", "article")
    if not run.of(ArticlePublished):
        return run.say.t("La presse n’a ni appelé ni écrit", "The press neither called nor wrote")
    return capital(
        run.say.t(f"{articles}, et aucun appel de journaliste", f"{articles}, and no press call")
    )


def _worst_day(run: Run) -> str:
    """Return the title for the day on which most calls were lost."""
    say, days = run.say, Counter(run.say.day(call.at) for call in run.lost)
    day = max(days, key=lambda which: days[which])
    there = [call.at for call in run.lost if say.day(call.at) == day]
    n = say.n(len(there), "appel perdu|appels perdus", "call lost|calls lost")
    name = say.weekday(there[0])
    if any(entry.do == "take_calls" for entry in run.of(DecisionTaken)):
        return say.t(f"Des sonneries sans réponse le {name} : {n}", f"Rung in vain on {name}: {n}")
    voices = Counter(_voices(run, at) for at in there).most_common(1)[0][0]
    if voices is None:
        return say.t(f"Aucune voix nommée le {name} : {n}", f"Nobody named on {name}: {n}")
    if voices == 0:
        return say.t(
            f"Des téléphones sans porte-parole le {name} : {n}",
            f"Phones without a spokesperson on {name}: {n}",
        )
    if voices == 1:
        return say.t(f"Une seule voix le {name} : {n}", f"One voice alone on {name}: {n}")
    some = capital(say.word(voices))
    return say.t(f"{some} voix le {name} : {n}", f"{some} voices on {name}: {n}")


def _voices(run: Run, at: float) -> int | None:
    """Return how many people were named to answer at a minute; 0 unnamed, None nobody at all."""
    acts = [
        entry
        for entry in run.of(DecisionTaken)
        if entry.at <= at and entry.do in ("name_spokespeople", "open_press_line")
    ]
    return len(acts[-1].decision.get("spokespeople") or ()) if acts else None


def _lead(run: Run) -> str:
    say, calls = run.say, len(run.calls)
    first = capital(say.n(calls, "appel de journaliste|appels de journalistes", "press call"))
    if run.lost:
        lost = say.digits(len(run.lost))
        lost = "" if calls == 1 else f"{lost} "
        first += say.t(f", {lost}{'perdu' if len(run.lost) < 2 else 'perdus'}", f", {lost}lost")
    if not calls and run.of(ArticlePublished):
        return _printed(run)
    if calls < 2:
        return f"{first}. {_printed(run)}".strip()
    return f"{first}. {_waited(run)} {_printed(run)}".strip()


def _waited(run: Run) -> str:
    """Return how long the caller in the middle waited."""
    say, wait = run.say, median(call.waited for call in run.calls)
    if wait < 1:
        return say.t(
            "Un appelant sur deux au moins a eu sa réponse aussitôt.",
            "At least half the callers had their answer at once.",
        )
    span = say.span(wait)
    return say.t(
        f"Un appelant sur deux a attendu {span} ou plus.",
        f"Half the callers waited {span} or more.",
    )


def _printed(run: Run) -> str:
    """Return how many articles came out, and how many say nobody could be reached."""
    say, articles = run.say, run.of(ArticlePublished)
    if not articles:
        return ""
    n = capital(
        say.n(len(articles), "article paru|articles parus", "article printed|articles printed")
    )
    away = sum(piece.unreachable for piece in articles)
    if not away:
        return say.t(
            f"{n}, dont aucun ne dit l’organisation injoignable.",
            f"{n}; none says that nobody could be reached.",
        )
    return say.t(
        f"{n}, dont {say.digits(away)} avec la mention « injoignable ».",
        f"{n}, {say.digits(away)} of them saying “could not be reached”.",
    )


def _busiest(run: Run) -> str | None:
    """Return the busiest day, and what was lost before anyone was named."""
    say = run.say
    if not run.calls:
        return None
    days = Counter(say.day(call.at) for call in run.calls)
    day = max(days, key=lambda which: days[which])
    if len(run.calls) == 1:
        return say.t(f"L’appel est venu le {day}.", f"The call came on {day}.")
    if len(days) == 1:
        return say.t(f"Tous les appels sont venus le {day}.", f"All calls came on {day}.")
    n = say.n(days[day], "appel", "call")
    busiest = say.t(
        f"Le jour le plus chargé est le {day}, avec {n}.", f"The busiest day is {day}, with {n}."
    )
    unnamed = sum(_voices(run, call.at) is None for call in run.lost)
    if not unnamed or unnamed == len(run.lost):
        return busiest
    had = "avait" if unnamed == 1 else "avaient"
    n = capital(say.word(unnamed))
    return f"{busiest} " + say.t(
        f"{n} des appels perdus {had} sonné avant qu’un porte-parole ne soit nommé.",
        f"{n} of the calls lost had rung before anyone was named to answer.",
    )


def _reached(run: Run) -> str | None:
    """Return how many articles carried our account, and how many of the others speculate."""
    say, pieces = run.say, run.of(ArticlePublished)
    ours = [piece for piece in pieces if piece.account]
    if not pieces:
        return None
    if not ours:
        return say.t("Aucun article ne porte notre version.", "No article carries our account.")
    if len(ours) == len(pieces):
        return say.t("Chaque article porte notre version.", "Every article carries our account.")
    part, total = say.of(len(ours), len(pieces))
    fr = "article sur {} porte" if len(ours) == 1 else "articles sur {} portent"
    en = "articles carries" if len(ours) == 1 else "articles carry"
    carried = capital(
        say.t(f"{part} {fr.format(total)} notre version.", f"{part} of {total} {en} our account.")
    )
    return " ".join(kept([carried, _guesses(run, pieces) if len(pieces) >= FEW else None]))


def _guesses(run: Run, pieces: list[ArticlePublished]) -> str | None:
    """Return how many articles speculate, without our account and with it."""
    say = run.say
    told = {account: [p for p in pieces if p.account == account] for account in (True, False)}
    guess = {account: sum(p.tone == "speculative" for p in told[account]) for account in told}
    if not guess[False]:
        return None
    (a, b), (c, d) = ((guess[account], len(told[account])) for account in (False, True))
    return say.t(
        f"Spéculatifs : {a} sur {b} sans elle, {c} sur {d} avec elle.",
        f"Speculative: {a} of {b} without it, {c} of {d} with it.",
    )


def _market(run: Run) -> str | None:
    low, last = run.card.outcome.lowest_return, run.card.outcome.last_return
    if low is None or last is None:
        return None
    say = run.say
    if low > -0.05:
        return say.t("Le titre n’a pas décroché.", "The share price did not fall.")
    lost, end = say.digits(-low, 1), ("+" if last > 0 else "") + say.digits(last, 1)
    level = abs(last) < 0.05
    return say.t(
        f"Le titre a perdu jusqu’à {lost} % de plus que le marché ; il finit "
        + ("à son niveau." if level else f"à {end} %."),
        f"The share lost up to {lost}% against the market; it ends "
        + ("level with it." if level else f"at {end}%."),
    )


def _promises(run: Run) -> Prose | Table:
    say, made = run.say, run.of(PromiseMade)
    label = say.t("Rendez-vous", "Promises")
    if not made:
        return Prose(
            label,
            (say.t("Aucun prochain point n’a été annoncé.", "No next update was announced."),),
        )
    rows = tuple(row(say.stamp(p.at), say.stamp(p.due), *_outcome(run, p.id, p.due)) for p in made)
    heads = columns(
        say.t("Annoncé", "Announced"),
        (say.t("Dû", "Due"), 30),
        (say.t("Venu", "Came"), 30),
        (say.t("Issue", "Outcome"), 32),
    )
    return Table("promises", heads, rows, label)


def _outcome(run: Run, promise: int, due: float) -> tuple[Cell, Cell]:
    say = run.say
    kept_by = next((e for e in run.of(PromiseKept) if e.promise == promise), None)
    if kept_by is not None:
        came = Cell(say.stamp(kept_by.at))
        if kept_by.late > LATE:
            return came, Cell(say.t("en retard", "late"), "world", True)
        if not kept_by.news:
            return came, Cell(say.t("tenu, rien de neuf", "kept, nothing new"))
        return came, Cell(say.t("tenu", "kept"), "team", True)
    if any(e.promise == promise for e in run.of(PromiseMissed)):
        return Cell("—"), Cell(say.t("manqué", "missed"), "world", True)
    if due > run.case.end:
        return Cell("—"), Cell(say.t("dû après la fin", "due after the end"))
    return Cell("—"), Cell(say.t("encore ouvert", "still open"))
