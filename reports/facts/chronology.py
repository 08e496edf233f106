"""What happened when: the first word, the facts held back, those told late."""

from reports.facts.lessons import lessons
from reports.facts.live import cut_short
from reports.facts.overtaken import overtaken
from reports.facts.plan import stopped
from reports.facts.rows import kept
from reports.facts.run import Held, Run
from reports.facts.shape import Picture, Section
from reports.facts.speech import capital
from simulator.journal.entries import ArticlePublished
from simulator.scenario.shapes import Audience
from simulator.text import Text

DAY = 1440.0
_VERBS = {"article": ("publie", "publishes"), "broadcast": ("diffuse", "goes on air")}


def chronology_section(run: Run) -> Section:
    """Return the course of the run."""
    found = lessons(run, [_facts(run), overtaken(run), *_inside(run)])
    return Section(
        "chronology",
        run.say.t("Chronologie", "Chronology"),
        _title(run),
        " ".join(kept([_broke(run), _spoke(run), _stopped(run)])),
        (Picture("chronology"), *found),
    )


def _title(run: Run) -> str:
    say, after = run.say, run.delay
    if not run.broken:
        return say.t(
            "L’exercice s’est arrêté avant que l’affaire n’éclate",
            "The exercise ended before the story broke",
        )
    if after is None:
        span = say.span(run.case.end - run.case.broke)
        if run.case.public:
            return say.t(
                f"Des paroles publiques, mais rien de substantiel en {span}",
                f"Public words, but nothing of substance in {span}",
            )
        return capital(say.t(f"{span} sans une parole publique", f"{span} without a public word"))
    if after < -1:
        span = say.span(-after)
        return say.t(
            f"L’organisation a parlé la première, {span} avant {run.story}",
            f"The organisation spoke first, {span} before {run.story}",
        )
    if after < 1:
        return say.t(
            f"La première parole est venue en même temps que {run.story}",
            f"The first word came at the same time as {run.story}",
        )
    span = say.span(after)
    return say.t(
        f"La première parole est venue {span} après {run.story}",
        f"The first word came {span} after {run.story}",
    )


def _broke(run: Run) -> str:
    say, inject = run.say, run.scenario.break_inject
    when, sender = say.when(run.case.broke), inject.sender.say(say.language)
    if not run.broken:
        return say.t(f"L’affaire devait éclater {when}.", f"The story was to break on {when}.")
    if inject.medium in _VERBS:
        fr, en = _VERBS[inject.medium]
        return say.t(f"{sender} {fr} {when}.", f"{sender} {en} on {when}.")
    return say.t(f"L’affaire éclate {when} ({sender}).", f"The story breaks on {when} ({sender}).")


def _spoke(run: Run) -> str | None:
    say, first = run.say, run.first
    until = first.at if first else run.case.end
    calls = sum(call.at < until for call in run.calls)
    articles = sum(piece.at < until for piece in run.of(ArticlePublished))
    before = _before(run, calls, articles)
    if first is None:
        return (
            say.t(
                f"Rien ne lui répond en public, malgré {before}.",
                f"Nothing answers it in public, despite {before}.",
            )
            if before
            else None
        )
    what, when = run.channels(first), say.when(first.at)
    after_fr, after_en = (f", après {before}", f", after {before}") if before else ("", "")
    return say.t(
        f"La première parole de fond ({what}) part {when}{after_fr}.",
        f"The first word of substance ({what}) goes out on {when}{after_en}.",
    )


def _stopped(run: Run) -> str | None:
    """Return that the exercise was ended early, where somebody ended it."""
    end = cut_short(run)
    if end is None:
        return None
    when = stopped(run, end)
    return run.say.t(f"L’exercice a été {when} prévus.", f"The exercise was {when} planned.")


def _before(run: Run, calls: int, articles: int) -> str:
    say = run.say
    both = [
        say.n(calls, "appel de journaliste|appels de journalistes", "press call") if calls else "",
        say.n(articles, "article", "article") if articles else "",
    ]
    return say.listed([part for part in both if part])


def _facts(run: Run) -> str | None:
    """Return what became of the facts the team had established."""
    told = [held for held in run.held if held.said]
    never = [held for held in run.held if not held.said]
    parts = kept([_waited(run, told), _never(run, never, bool(told))])
    return " ".join(parts) or None


def _waited(run: Run, told: list[Held]) -> str | None:
    if not told:
        return None
    say, long = run.say, [held for held in told if held.waited > DAY]
    if not long:
        span = say.span(told[0].waited)
        if told[0].waited < 1:
            return say.t(
                "Chaque fait dit au public l’a été dès qu’il était établi.",
                "Every fact told to the public was told once established.",
            )
        return say.t(
            f"Aucun des faits dits au public n’a attendu plus de {span}.",
            f"None of the facts told to the public waited more than {span}.",
        )
    fact, span = say.quoted(run.name("fact", long[0].fact)), say.span(long[0].waited)
    since = _since(run, long)
    n = say.n(len(long), "fait établi a|faits établis ont", "established fact")
    if len(long) == 1:
        return say.t(
            f"Un fait établi a attendu {span}{since.fr} avant d’être dit : {fact}.",
            f"One established fact waited {span}{since.en} to be told: {fact}.",
        )
    return capital(
        say.t(
            f"{n} attendu plus d’un jour{since.fr} avant d’être dits. Le plus longtemps tu, "
            f"{span} : {fact}.",
            f"{n} waited more than a day{since.en} to be told. The longest, {span}: {fact}.",
        )
    )


def _since(run: Run, long: list[Held]) -> Text:
    """Return from when the wait is counted, where a fact was known before answers were due."""
    if all(held.known.at >= run.case.opening for held in long):
        return Text(fr="", en="")
    if run.case.opening < run.case.broke:
        return Text(fr=" après la première parole", en=" after the first word")
    story = run.case.story
    return Text(fr=f" après {story.fr}", en=f" after {story.en}")


def _never(run: Run, never: list[Held], more: bool) -> str | None:
    if not never:
        return None
    say = run.say
    n = say.n(
        len(never),
        "fait établi n’a|faits établis n’ont",
        "established fact was|established facts were",
    )
    n = (
        n
        if not more
        else say.n(
            len(never),
            "autre fait établi n’a|autres faits établis n’ont",
            "other established fact was|other established facts were",
        )
    )
    dits = "dit" if len(never) == 1 else "dits"
    return capital(say.t(f"{n} jamais été {dits} au public.", f"{n} never told to the public."))


def _inside(run: Run) -> list[str]:
    """Return when the people inside were told, against the public."""
    staff = [a for a in run.scenario.audiences if a.kind == "employees"]
    return [_told(run, audience) for audience in staff[:1]] if run.broken else []


def _told(run: Run, audience: Audience) -> str:
    say, word = run.say, run.told(audience)
    press = run.heard_first(audience.id)
    if word is None:
        fr, en = (", et l’ont appris par la presse", ", and heard it from the press")
        more_fr, more_en = (fr, en) if press else ("", "")
        return say.t(
            f"Les salariés n’ont reçu aucun message direct{more_fr}.",
            f"Employees had no direct message{more_en}.",
        )
    when = say.when(word.at)
    if press:
        return say.t(
            f"Les salariés ont appris l’affaire par la presse ; le premier message qui "
            f"leur parlait est parti {when}.",
            f"Employees heard of it from the press; the first message that spoke to them "
            f"went out on {when}.",
        )
    order_fr, order_en = _order(run, word.at)
    return say.t(
        f"Les salariés ont été prévenus {when}{order_fr}.",
        f"Employees were told on {when}{order_en}.",
    )


def _order(run: Run, at: float) -> tuple[str, str]:
    if run.first is None:
        return "", ""
    if at < run.first.at:
        return ", avant le public", ", before the public"
    if at == run.first.at:
        return ", en même temps que le public", ", at the same time as the public"
    return ", après le public", ", after the public"
