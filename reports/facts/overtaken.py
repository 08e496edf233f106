"""The facts that came out from others, and whether the team knew them."""

from reports.facts.run import Run
from reports.facts.speech import capital
from simulator.journal.entries import FactCameOut, FactKnown
from simulator.text import Text


def overtaken(run: Run) -> str | None:
    """Return how many facts others told, and which of them the team already knew."""
    say, out = run.say, run.of(FactCameOut)
    known = [entry for entry in out if entry.withheld]
    if not out:
        return None
    n = say.n(len(out), "fait est sorti|faits sont sortis", "fact came out|facts came out")
    first = capital(say.t(f"{n} par d’autres.", f"{n} from others."))
    if not known:
        return f"{first} {_learnt(run, out).say(say.language)}"
    fact, when = say.quoted(run.name("fact", known[0].fact)), say.when(known[0].at)
    if len(known) == 1:
        return say.t(
            f"{first} L’équipe connaissait déjà celui-ci, sorti {when} : {fact}.",
            f"{first} The team already knew this one, out on {when}: {fact}.",
        )
    n = say.word(len(known))
    fr, en = ("les connaissait tous", f"all {n}")
    if len(known) < len(out):
        fr, en = f"en connaissait {n}", f"{n} of them"
    return say.t(
        f"{first} L’équipe {fr}, dont celui-ci, sorti {when} : {fact}.",
        f"{first} The team knew {en}, among them this one, out on {when}: {fact}.",
    )


def _learnt(run: Run, out: list[FactCameOut]) -> Text:
    """Return how many facts that came out the team had established, none of them for long."""
    known = {entry.fact: entry.at for entry in run.of(FactKnown)}
    new = sum(entry.fact in known and known[entry.fact] <= entry.at for entry in out)
    if len(out) == 1:
        if new:
            return Text(fr="L’équipe venait de l’établir.", en="The team had just established it.")
        return Text(fr="L’équipe ne l’avait pas établi.", en="The team had not established it.")
    if not new:
        return Text(
            fr="L’équipe n’en avait établi aucun.", en="The team had established none of them."
        )
    n = run.say.word(new)
    return Text(
        fr=f"L’équipe venait d’en établir {n}.", en=f"The team had just established {n} of them."
    )
