"""The verdict: three sentences that sum the run up."""

from reports.facts.criteria import criterion_name, to_mend
from reports.facts.run import Run
from reports.facts.shortcomings import shortcomings
from reports.facts.speech import lower
from reports.facts.strengths import strengths, was_true

_NOTHING = 35.0  # a best score under it is no credit


def verdict(run: Run) -> tuple[str, ...]:
    """Return three sentences: what went well, what did not, what to change first."""
    return (_well(run), _badly(run), _change(run))


def _well(run: Run) -> str:
    phrases, say = strengths(run)[:3], run.say
    if phrases:
        return say.t(f"L’équipe a {say.listed(phrases)}.", f"The team {say.listed(phrases)}.")
    if truth := was_true(run):
        return say.t(f"L’équipe {truth}.", f"The team {truth}.")
    best = max(run.criteria.values(), key=lambda mark: mark.score, default=None)
    if best is None or best.score < _NOTHING:
        return say.t(
            "Aucun critère n’est atteint, même en partie.", "No criterion was met, even in part."
        )
    name, points = criterion_name(run, best.id), say.points(best.score)
    return say.t(
        f"Ce qui a le mieux tenu : {lower(name)}, {points} sur 100.",
        f"What held best: {lower(name)}, {points} out of 100.",
    )


def _badly(run: Run) -> str:
    phrases, say = shortcomings(run)[:3], run.say
    if phrases:
        she, it = ("Elle", "It") if strengths(run) or was_true(run) else ("L’équipe", "The team")
        return say.t(f"{she} a {say.listed(phrases)}.", f"{it} {say.listed(phrases)}.")
    worst = min(run.criteria.values(), key=lambda mark: mark.score, default=None)
    if worst is None or worst.rating == "P":
        return say.t("Aucun manque sérieux n’a été relevé.", "No serious shortcoming was found.")
    name, points = criterion_name(run, worst.id), say.points(worst.score)
    return say.t(
        f"Le point le plus faible : {lower(name)}, {points} sur 100.",
        f"The weakest point: {lower(name)}, {points} out of 100.",
    )


def _change(run: Run) -> str:
    first = next(iter(to_mend(run)), None)
    if first is None:
        return run.say.t(
            "Aucun critère n’appelle de correction.", "No criterion calls for a change."
        )
    mark = run.criteria[first]
    action = lower(mark.action.say(run.say.language)) if mark.action else ""
    return run.say.t(f"À changer d’abord : {action}", f"To change first: {action}")
