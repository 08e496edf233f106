"""The rumour: who believed the worst, when it grew, where our account came first."""

from reports.facts.lessons import lessons
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Picture, Section, Table
from reports.facts.speech import capital, inner
from simulator.score.scorecard import AudienceOutcome

TOOK_HOLD, MOVED = 0.01, -0.02


def rumour_section(run: Run) -> Section | None:
    """Return what became of opinion, None before the first measure."""
    outcomes = run.card.outcome.audiences
    if not outcomes or not run.measures:
        return None
    sentences = [_grew(run), _account(run, outcomes), _misled(run, outcomes), _trust(run)]
    return Section(
        "rumour",
        run.say.t("Rumeur", "Rumour"),
        _title(run, outcomes),
        _lead(run, outcomes),
        (Picture("rumour"), *lessons(run, sentences), _table(run, outcomes)),
    )


def _peak(outcomes: tuple[AudienceOutcome, ...]) -> AudienceOutcome:
    return max(outcomes, key=lambda outcome: outcome.peak_belief)


def grown_before(run: Run, minute: float) -> float:
    """Return which share of the final belief, all audiences alike, was there at a minute."""
    ends = run.belief(run.measures[-1])
    last = [m for m in run.measures if m.at <= minute]
    then = run.belief(last[-1]) if last else [0.0] * len(ends)
    shares = [min(1.0, a / b) for a, b in zip(then, ends, strict=True) if b > 0]
    return sum(shares) / len(shares) if shares else 0.0


def _title(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> str:
    say, peak = run.say, _peak(outcomes).peak_belief
    if peak < TOOK_HOLD:
        return say.t("La rumeur n’a pas pris", "The rumour did not take hold")
    if not run.case.public:
        share = say.percent(peak)
        if len(outcomes) == 1:
            return say.t(
                f"Dans le silence, {share} du public a cru au pire",
                f"In the silence, {share} came to believe the worst",
            )
        return say.t(
            f"Dans le silence, le pire a gagné jusqu’à {share} d’un public",
            f"In the silence, the worst won up to {share} of one audience",
        )
    if run.first and grown_before(run, run.first.at) >= 0.5:
        return say.t(
            "La rumeur avait fait l’essentiel de son chemin avant la première parole",
            "The rumour had done most of its work before the first word",
        )
    return _ahead(run, outcomes)


def _ahead(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> str:
    say, total = run.say, len(outcomes)
    ahead = sum(outcome.account > outcome.belief for outcome in outcomes)
    if ahead == 0:
        return say.t(
            "À la fin, le pire l’emporte partout sur notre version",
            "At the end the worst outweighs our account everywhere",
        )
    if ahead == total:
        return say.t(
            "À la fin, notre version l’emporte partout sur le pire",
            "At the end our account outweighs the worst everywhere",
        )
    n = say.n(ahead, "public", "audience")
    return say.t(
        f"À la fin, notre version l’emporte dans {n} sur {say.word(total)}",
        f"At the end our account leads in {n} out of {say.word(total)}",
    )


def _lead(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> str:
    say = run.say
    first = say.t(
        "Part de chaque public qui croit au pire, au fil des heures.",
        "Share of each audience that believes the worst, hour by hour.",
    )
    high = max(outcomes, key=lambda outcome: outcome.belief)
    low = min(outcomes, key=lambda outcome: outcome.belief)
    worst, top = inner(run.name("audience", high.audience)), say.percent(high.belief)
    if len(outcomes) == 1:
        return f"{first} " + say.t(f"À la fin : {top}.", f"At the end: {top}.")
    best, bottom = inner(run.name("audience", low.audience)), say.percent(low.belief)
    return f"{first} " + say.t(
        f"À la fin, de {bottom} ({best}) à {top} ({worst}).",
        f"At the end, from {bottom} ({best}) to {top} ({worst}).",
    )


def _grew(run: Run) -> str | None:
    """Return when most of the belief grew."""
    say, outcomes = run.say, run.card.outcome.audiences
    if _peak(outcomes).peak_belief < TOOK_HOLD:
        return None
    half = next(m.at for m in run.measures if grown_before(run, m.at) >= 0.5)
    sentence = say.t(
        f"La moitié de ce qui est cru à la fin l’était déjà {say.when(half)}.",
        f"Half of what is believed at the end was already believed by {say.when(half)}.",
    )
    if run.first is None or run.first.at <= run.case.broke:
        return sentence
    share = say.percent(grown_before(run, run.first.at))
    return f"{sentence} " + say.t(
        f"Au moment de la première parole, c’était {share}.",
        f"By the time of the first word, it was {share}.",
    )


def _account(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> str | None:
    say, known = run.say, [outcome for outcome in outcomes if outcome.account >= 0.001]
    if not known:
        if run.broken and not run.case.public:
            return say.t(
                "Notre version n’a été entendue nulle part : elle n’a pas été dite.",
                "Our account was heard nowhere: it was not told.",
            )
        return None
    best = max(known, key=lambda outcome: outcome.account)
    name, share = inner(run.name("audience", best.audience)), say.percent(best.account)
    return say.t(
        f"Notre version a le mieux porté chez ce public : {name}, {share} à la fin.",
        f"Our account carried best with this audience: {name}, {share} at the end.",
    )


def _misled(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> str | None:
    say, worst = run.say, max(outcomes, key=lambda outcome: outcome.misled)
    if worst.misled < 0.005:
        return None
    name, share = inner(run.name("audience", worst.audience)), say.percent(worst.misled)
    return say.t(
        f"Jusqu’à {share} d’un public ({name}) tiennent pour sûre une assurance fausse ou donnée "
        "avant d’être établie : ce sont les « trompés » du tableau, que le prochain fait peut "
        "retourner.",
        f"Up to {share} of one audience ({name}) hold an assurance that was false or given before "
        "it was established: the “misled” of the table, whom the next fact may turn.",
    )


def _trust(run: Run) -> str | None:
    say, first, last = run.say, run.measures[0].trust, run.measures[-1].trust
    moves = [b - a for a, b in zip(first, last, strict=True)]
    low, high = (moves.index(f(moves)) for f in (min, max))
    fell = _moved(run, low) if moves[low] <= MOVED else None
    rose = _moved(run, high) if moves[high] >= -MOVED else None
    return (
        " ".join(
            kept(
                [
                    fell and say.t(f"Confiance en baisse : {fell}.", f"Trust fell: {fell}."),
                    rose and say.t(f"Confiance en hausse : {rose}.", f"Trust rose: {rose}."),
                ]
            )
        )
        or None
    )


def _moved(run: Run, place: int) -> str:
    """Return an audience with its trust before and after."""
    say, name = run.say, inner(run.name("audience", run.scenario.audiences[place].id))
    first, last = (say.digits(run.measures[m].trust[place], 2) for m in (0, -1))
    return say.t(
        f"surtout {name}, de {first} à {last}", f"above all {name}, from {first} to {last}"
    )


def _table(run: Run, outcomes: tuple[AudienceOutcome, ...]) -> Table:
    say = run.say
    return Table(
        "opinion",
        columns(
            say.t("Public", "Audience"),
            (say.t("Pic", "Peak"), -15),
            (say.t("Fin", "End"), -15),
            (say.t("Notre version", "Our account"), -23),
            (say.t("Trompés", "Misled"), -17),
            (say.t("Confiance", "Trust"), -18),
        ),
        tuple(
            row(
                capital(run.name("audience", outcome.audience)),
                say.percent(outcome.peak_belief),
                say.percent(outcome.belief),
                say.percent(outcome.account),
                say.percent(outcome.misled),
                say.digits(outcome.trust, 2),
            )
            for outcome in outcomes
        ),
        say.t("À la fin", "At the end"),
        say.t(
            "Pic et fin : croient au pire. La confiance va de 0 à 1.",
            "Peak and end: believe the worst. Trust goes from 0 to 1.",
        ),
    )
