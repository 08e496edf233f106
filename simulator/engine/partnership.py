"""Partners at work: told or not, they join, bargain, answer blame, and lend the insurer's help."""

from dataclasses import replace

import numpy as np
from simpy.events import ProcessGenerator

import simulator.partners as terms
from simulator.engine.inquiries import Inquiries
from simulator.engine.model import Floats, Model
from simulator.engine.refusals import RefusedError
from simulator.engine.word import THROUGH_PRESS
from simulator.journal.entries import (
    DecisionTaken,
    Entry,
    IntrusionClimbed,
    PartnerAnswered,
    PartnerBlamed,
    PartnerInformed,
    PartnerJoined,
    ServiceStarted,
    StatementIssued,
)
from simulator.scenario.decisions import AgreeWithPartner, InformPartner, UseService
from simulator.scenario.others import Partner

_OPENS, _CLOSES = 8.0, 20.0  # when a partner speaks to the press


class Partnership:
    """The partners of one exercise, and what stands between them and us."""

    def __init__(self, model: Model, inquiries: Inquiries) -> None:
        """Nobody has been told, nothing is signed; wait to be told of awareness and of words."""
        self.model, self.inquiries = model, inquiries
        self.partners = {partner.id: partner for partner in model.scenario.partners}
        self.informed: dict[str, Entry] = {}
        self.blamed: set[str] = set()
        self.signed: dict[str, AgreeWithPartner] = {}
        self._climbed = False
        self._bargaining: set[str] = set()
        self._asked: set[tuple[str, str]] = set()
        self._tempers = {name: model.streams(f"answer.{name}") for name in self.partners}
        model.on_aware.append(self._beware)
        model.on_said.append(self._listen)

    def inform(self, decision: InformPartner, taken: DecisionTaken) -> None:
        """Tell a partner; it joins the diagnosis after the time it needs."""
        partner = self.partners[decision.partner]
        told = self.model.record(PartnerInformed, taken, partner=partner.id)
        self.informed[partner.id] = told
        if partner.helps:
            self.model.env.process(self._join(partner, told))

    def agree(self, decision: AgreeWithPartner, taken: DecisionTaken) -> None:
        """Propose who acts and who pays."""
        self._bargaining.add(decision.partner)
        self.model.env.process(self._bargain(decision, taken))

    def use(self, decision: UseService, taken: DecisionTaken) -> None:
        """Call on a service of the insurer."""
        self._asked.add((decision.partner, decision.service))
        self.model.env.process(self._serve(decision, taken))

    def check_inform(self, decision: InformPartner) -> None:
        """Raise RefusedError when the partner is unknown or has been told."""
        partner = self._partner(decision.partner)
        if partner.id in self.informed:
            raise RefusedError(
                f"{partner.name.fr} : ce partenaire est déjà prévenu",
                f"{partner.name.en}: this partner has been told already",
            )

    def check_agree(self, decision: AgreeWithPartner) -> None:
        """Raise RefusedError when there is nothing left to bargain about."""
        partner = self._partner(decision.partner)
        if partner.id in self.signed:
            raise RefusedError(
                f"{partner.name.fr} : un accord est déjà signé",
                f"{partner.name.en}: an agreement is already signed",
            )
        if partner.id in self._bargaining:
            raise RefusedError(
                f"{partner.name.fr} n’a pas encore répondu à la proposition ; attendre sa réponse",
                f"{partner.name.en} has not yet answered the proposal; wait for the answer",
            )

    def check_use(self, decision: UseService) -> None:
        """Raise RefusedError when no contract gives this service, or not yet."""
        insurer = self._partner(decision.partner)
        offered = insurer.services if insurer.role == "insurer" else ()
        if decision.service not in offered:
            raise RefusedError(
                f"{insurer.name.fr} n’offre pas « {decision.service} » ;"
                f" possible : {', '.join(offered) or 'rien'}",
                f"{insurer.name.en} does not offer '{decision.service}';"
                f" possible: {', '.join(offered) or 'nothing'}",
            )
        if (insurer.id, decision.service) in self._asked:
            raise RefusedError(
                "ce service est déjà demandé", "this service has been called on already"
            )
        told = self.informed.get(insurer.id)
        if told is None or self.model.now < told.at + insurer.answers_after:
            raise RefusedError(
                f"{insurer.name.fr} doit d’abord être prévenu, et met"
                f" {insurer.answers_after:g} min à ouvrir le dossier",
                f"{insurer.name.en} must be told first, and takes {insurer.answers_after:g} min"
                " to open the file",
            )

    def _partner(self, name: str) -> Partner:
        if name not in self.partners:
            known = ", ".join(self.partners)
            raise RefusedError(
                f"partenaire inconnu : « {name} » ; possible : {known or 'aucun'}",
                f"unknown partner: '{name}'; allowed: {known or 'none'}",
            )
        return self.partners[name]

    def _join(self, partner: Partner, told: Entry) -> ProcessGenerator:
        """A partner that was told, until it sits with those who investigate."""
        yield self.model.env.timeout(partner.answers_after)
        joined = self.model.record(PartnerJoined, told, partner=partner.id, speed=terms.JOINT_SPEED)
        for investigation in partner.helps:
            self.inquiries.join(investigation, joined)

    def _beware(self, aware: Entry) -> None:
        for partner in self.partners.values():
            # An intrusion that came through the host does not climb to it.
            above = partner.shared_systems and partner.role != "host"
            if above and partner.id not in self.informed:
                self.model.env.process(self._climb(partner, aware))

    def _climb(self, partner: Partner, aware: Entry) -> ProcessGenerator:
        """The intrusion on its way to a partner's systems, unless somebody warns it."""
        model = self.model
        luck = model.streams(f"climb.{partner.id}").exponential(terms.CLIMBS_AFTER)
        yield model.env.timeout(float(luck))
        if partner.id in self.informed:
            return
        self._climbed = True
        missing = model.missing("inform_partner", partner.id)
        climbed = model.record(IntrusionClimbed, aware, missing, partner=partner.id)
        yield model.broke
        model.add_news("climb", terms.CLIMB_NEWS, climbed, bad=True)
        loss = np.full(len(model.audiences), terms.CLIMB_LOSS * THROUGH_PRESS)
        self._blame_back(partner, climbed, terms.CLIMB_RESENTED, loss)

    def _listen(self, word: StatementIssued) -> None:
        """Note whom a message blames, and let them answer it in public."""
        if word.responsibility != "shifted" or word.inside:
            return
        causes = [self.model.journal[cause] for cause in word.causes]
        named = [e.decision.get("blames") for e in causes if isinstance(e, DecisionTaken)]
        partner = self._accused(next(iter(named), None))
        if partner:
            self.blamed.add(partner.id)
            self.model.env.process(self._answer(partner, word))

    def _accused(self, named: str | None) -> Partner | None:
        """Return whom a message that shifts the blame means: the one it names, or the only host."""
        if named is not None:
            return self.partners.get(named)
        hosts = [each for each in self.partners.values() if each.role in ("host", "provider")]
        return hosts[0] if len(hosts) == 1 else None

    def _answer(self, partner: Partner, word: StatementIssued) -> ProcessGenerator:
        """A partner blamed in public, until it has answered there."""
        model = self.model
        wait = self._tempers[partner.id].exponential(terms.ANSWERS_BLAME_AFTER)
        yield model.env.timeout(float(wait))
        yield model.broke
        yield model.env.timeout(_until_day(model))
        read = np.array([word.reach.get(audience.id, 0.0) for audience in model.audiences])
        loss = terms.ANSWER_LOSS * np.maximum(read, THROUGH_PRESS)
        answer = self._blame_back(partner, word, terms.ANSWER_RESENTED, loss)
        model.add_news("blamed_back", terms.ANSWER_NEWS, answer)

    def _blame_back(
        self, partner: Partner, cause: Entry, resented: float, loss: Floats
    ) -> PartnerBlamed:
        """Let a partner say in public whose fault it is; `loss` of trust has shape (audiences,)."""
        model = self.model
        blamed = model.record(PartnerBlamed, cause, partner=partner.id)
        model.resent(resented, blamed)
        model.trust("blamed_back", model.opinion.lose(loss), blamed)
        return blamed

    def _bargain(self, offer: AgreeWithPartner, taken: DecisionTaken) -> ProcessGenerator:
        """A proposal, until the partner signs it or names its price."""
        model, partner = self.model, self.partners[offer.partner]
        yield model.env.timeout(partner.answers_after)
        self._bargaining.discard(partner.id)
        told = self.informed.get(partner.id)
        prompt = terms.promptness(self._waited(partner.id), partner.id in self.blamed)
        least = terms.least_share(partner.pays, prompt)
        agreed = offer.our_share >= least
        share = offer.our_share if agreed else least
        at_stake = self._cost(offer, share)
        if agreed:
            self.signed[partner.id] = offer
        model.record(
            PartnerAnswered, taken, told, partner=partner.id, agreed=agreed,
            who_acts=offer.who_acts, our_share=share, cost=at_stake,
        )  # fmt: skip

    def _waited(self, partner: str) -> float | None:
        """Return how many minutes after awareness a partner was told, None when it was not."""
        told, aware = self.informed.get(partner), self.model.noted.find("aware", "team")
        if told is None:
            return None
        return told.at - aware.at if aware else 0.0

    def _cost(self, offer: AgreeWithPartner, share: float) -> float:
        """Return what the repair costs us in euros if `offer` is signed at `share`."""
        bill = self.model.scenario.bill
        if bill is None:
            return 0.0
        signed = [*self.signed.values(), offer]
        sound = all(
            terms.is_sound(self.partners[each.partner].shared_systems, each.who_acts)
            for each in signed
        )
        shares = [*(each.our_share for each in self.signed.values()), share]
        return round(terms.repair_cost(bill.repair, shares, sound, self._climbed), 2)

    def _serve(self, decision: UseService, taken: DecisionTaken) -> ProcessGenerator:
        """A service called on, until it is at work."""
        model, insurer = self.model, self.partners[decision.partner]
        yield model.env.timeout(insurer.answers_after / 2)
        started = model.record(
            ServiceStarted,
            taken,
            self.informed[insurer.id],
            partner=insurer.id,
            service=decision.service,
        )
        model.services.add(decision.service)
        if decision.service == "crisis_cell":
            self._support(started)

    def _support(self, started: ServiceStarted) -> None:
        """The insurer's cell sits with ours, or is ours; who was named before speaks better too."""
        model, desk = self.model, self.model.desk
        model.cell = model.cell or started
        desk.cell_active = True
        if desk.voice and desk.voice.names:
            desk.voice = replace(desk.voice, fit=model.standing(desk.voice.names))
        desk.settle()


def _until_day(model: Model) -> float:
    """Return the minutes until offices speak to the press: none by day, else until eight."""
    by_day = _OPENS <= model.clock.hour(model.now) < _CLOSES
    return 0.0 if by_day else model.clock.next_hour(model.now, _OPENS) - model.now
