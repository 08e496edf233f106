"""The helpline: how many called, who got through, what it cost."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Table
from reports.facts.speech import capital, rounded
from simulator.helpline import BUSY_HOUR, HANDLING
from simulator.journal.entries import HelplineCounted

_IDLE, _MANY_AGENTS, _HEAVY = 0.2, 10, 0.1


@dataclass(frozen=True, slots=True)
class Calls:
    """What some hours of the helpline come to; `wait` in minutes, `busy` a share 0 to 1."""

    calls: int
    answered: int
    abandoned: int
    called_back: int
    agents: int
    wait: float
    busy: float
    cost: float

    @property
    def lost(self) -> float:
        """Return the share of callers who gave up."""
        return self.abandoned / self.calls if self.calls else 0.0


def together(hours: Iterable[HelplineCounted]) -> Calls:
    """Return what these hours come to."""
    found = list(hours)
    answered, back = sum(h.answered for h in found), sum(h.called_back for h in found)
    there = 60 * sum(h.agents for h in found)
    return Calls(
        calls=sum(h.calls for h in found),
        answered=answered,
        abandoned=sum(h.abandoned for h in found),
        called_back=back,
        agents=max((h.agents for h in found), default=0),
        wait=sum(h.wait * h.answered for h in found) / answered if answered else 0.0,
        busy=min(1.0, HANDLING * (answered + back) / there) if there else 0.0,
        cost=sum(h.cost for h in found),
    )


def counted(run: Run) -> str | None:
    """Return the helpline in one paragraph, None when nobody sat at it."""
    hours, say = run.of(HelplineCounted), run.say
    if not hours:
        return None
    all_ = together(hours)
    n = capital(
        say.n(all_.calls, "appel", "call") + say.t(" à la ligne d’assistance", " to the helpline")
    )
    if not all_.calls:
        return f"{n}."
    if not all_.abandoned:
        first = say.t(f"{n}, tous pris.", f"{n}, all of them answered.")
    elif all_.called_back >= all_.abandoned:
        first = say.t(f"{n} : {_got(run, all_)} aussitôt,", f"{n}: {_got(run, all_)} at once,")
        first += " " + _called_back(run, all_.abandoned)
    else:
        lost, back = say.digits(all_.abandoned), say.digits(all_.called_back)
        fr = "a renoncé" if all_.abandoned == 1 else "ont renoncé"
        fr += f", dont {back} rappelé" + ("s" if all_.called_back > 1 else "") + " ensuite"
        first = say.t(
            f"{n} : {_got(run, all_)}, {lost} {fr}.",
            f"{n}: {_got(run, all_)}, {lost} gave up, {back} of them called back later.",
        )
    return f"{first} {_cost(run, all_)}"


def _got(run: Run, all_: Calls) -> str:
    one, got = all_.answered < 2, run.say.digits(all_.answered)
    fr, en = ("a", "was") if one else ("ont", "were")
    return run.say.t(f"{got} {fr} eu une réponse", f"{got} {en} answered")


def _called_back(run: Run, lost: int) -> str:
    if lost == 1:
        return run.say.t("1 a renoncé et a été rappelé.", "1 gave up and was called back.")
    n = run.say.digits(lost)
    return run.say.t(f"{n} ont renoncé et ont été rappelés.", f"{n} gave up and were called back.")


def _cost(run: Run, all_: Calls) -> str:
    say = run.say
    wait = (
        say.t("Attente moyenne de moins d’une minute", "Mean wait under a minute")
        if all_.wait < 1
        else say.t(f"Attente moyenne de {say.span(all_.wait)}", f"Mean wait {say.span(all_.wait)}")
    )
    if not all_.cost:
        return say.t(
            f"{wait} ; le centre d’appels est payé par l’assureur.",
            f"{wait}; the call centre is paid by the insurer.",
        )
    cost = say.euros(all_.cost)
    return say.t(f"{wait} ; coût : {cost}.", f"{wait}; cost: {cost}.")


def sizing(run: Run) -> str | None:
    """Return whether the line had the right size."""
    say, hours = run.say, run.of(HelplineCounted)
    all_ = together(hours)
    peak = max(hours, key=lambda hour: hour.calls, default=None)
    if peak is None:
        return None
    if all_.lost > _HEAVY and peak.calls >= BUSY_HOUR:
        need = say.digits(rounded(max(1.0, peak.calls * HANDLING / 60), 2))
        had, calls = say.digits(peak.agents), say.digits(peak.calls)
        return say.t(
            f"À l’heure la plus chargée, {calls} appels : il aurait fallu environ {need} agents, "
            f"il y en avait {had}.",
            f"In the busiest hour, {calls} calls: it would have taken about {need} agents, and "
            f"there were {had}.",
        )
    if all_.busy < _IDLE and all_.agents >= _MANY_AGENTS:
        share = say.percent(all_.busy)
        return say.t(
            f"La ligne a tenu l’heure de pointe, mais ses agents n’ont été occupés que {share} du "
            "temps : la réduire dès que les appels retombent aurait coûté bien moins.",
            f"The line held at the busiest hour, but its agents were busy only {share} of the "
            "time: making it smaller once calls fell would have cost far less.",
        )
    return None


def helpline_by_day(run: Run) -> Table:
    """Return the helpline day by day."""
    say, days = run.say, dict[str, list[HelplineCounted]]()
    for hour in run.of(HelplineCounted):
        days.setdefault(capital(say.day(hour.at - 1)), []).append(hour)
    rows = []
    for day, hours in days.items():
        one = together(hours)
        counts = (one.calls, one.answered, one.abandoned, one.called_back, one.agents)
        wait = say.digits(one.wait, 1) if one.answered else "—"
        rows.append(row(day, *(say.digits(count) for count in counts), wait, say.euros(one.cost)))
    heads = columns(
        say.t("Jour", "Day"),
        (say.t("Appels", "Calls"), -17),
        (say.t("Réponses", "Answered"), -19),
        (say.t("Abandons", "Gave up"), -19),
        (say.t("Rappelés", "Called back"), -19),
        (say.t("Agents", "Agents"), -16),
        (say.t("Attente, min", "Wait, min"), -20),
        (say.t("Coût", "Cost"), -22),
    )
    return Table("helpline", heads, tuple(rows))
