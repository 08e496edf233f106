"""The people concerned: they come to harm until they are warned, and leave or stay."""

from simulator.channels import REACH, reach
from simulator.churn import Custom, Mood
from simulator.engine.model import Model
from simulator.engine.word import SUBSTANTIVE
from simulator.journal.entries import CustomersCounted, Entry, HarmCounted, StatementIssued
from simulator.scenario.kinds import PUBLIC_CHANNELS, Channel
from simulator.scenario.others import DataTaken
from simulator.scenario.shapes import Audience
from simulator.triage import Risk, warned

_DAY = 1440.0
_READS = 0.25  # fewer reached directly than that, and nobody would say they were warned


class Concerned:
    """Those whose data were taken, and the custom of those who buy; counted once a day.

    A scenario in which no data were taken leaves no entry.
    """

    def __init__(self, model: Model) -> None:
        """Put everybody at risk from StartEx on."""
        self.model = model
        self._place = {audience.id: n for n, audience in enumerate(model.audiences)}
        self._risks = {data.id: self._risk(data) for data in model.scenario.data_taken}
        self._advice = {fact.id for fact in model.scenario.facts if fact.topic == "advice"}
        self._said: dict[str, set[Channel]] = {data: set() for data in self._risks}
        self._warning: dict[str, Entry] = {}
        self._told: dict[str, set[Channel]] = {a.id: set() for a in model.audiences}
        self._custom = {
            audience.id: Custom(audience.headcount, model.streams(f"churn.{audience.id}"))
            for audience in model.audiences
            if audience.kind in ("customers", "clients")
        }
        self._reaches: dict[tuple[str, frozenset[Channel]], float] = {}
        self._harmed: dict[str, int] = {}
        self._counted: tuple[dict[str, int], dict[str, int]] = ({}, {})
        if self._risks:
            model.on_said.append(self._hear)
            model.on_cell.append(self._live)

    def _risk(self, data: DataTaken) -> Risk:
        people = self.model.audiences[self._place[data.audience]].headcount
        people = max(1, round(data.share * people))
        return Risk(data.kind, people, self.model.streams(f"harm.{data.id}"))

    def _hear(self, entry: StatementIssued) -> None:
        """Who is told what was taken from them, or what to do about it, is warned."""
        if entry.substance > SUBSTANTIVE or entry.told:
            for audience in self.model.audiences:
                self._told[audience.id] |= _channels(entry, audience)
        outside = {*entry.disclosed, *entry.repeated}
        for data in self.model.scenario.data_taken:
            said = outside | set(entry.answered.get(data.audience, ()))
            if data.fact in said or said & self._advice:
                concerned = self.model.audiences[self._place[data.audience]]
                self._said[data.id] |= _channels(entry, concerned)
                self._warning[data.id] = entry

    def _live(self, minutes: float) -> None:
        model = self.model
        for data in model.scenario.data_taken:
            self._risks[data.id].live(minutes, self._warned(data))
        if model.broke.triggered:
            moods = self._moods()
            for audience, custom in self._custom.items():
                custom.live(minutes, moods[audience])
        if model.ends(_DAY):
            self._count_harm()
            self._count_custom()

    def _reached(self, audience: str, channels: set[Channel]) -> float:
        """Return the share of an audience that channels reach together; asked at every cell."""
        asked = audience, frozenset(channels)
        if asked not in self._reaches:
            place = self._place[audience]
            shares = reach(self.model.audiences[place : place + 1], sorted(channels))
            self._reaches[asked] = float(shares[0])
        return self._reaches[asked]

    def _warned(self, data: DataTaken) -> float:
        """Return the share of the people one theft concerns who know what to do."""
        said = self._said[data.id]
        in_press = PUBLIC_CHANNELS & said or self.model.noted.find("came_out", data.fact)
        public = bool(in_press) and self.model.broke.triggered
        return warned(self._reached(data.audience, said), public)

    def _moods(self) -> dict[str, Mood]:
        """Return how each audience of customers stands now."""
        crowd, trust, moods = self.model.crowd, self.model.opinion.trust, {}
        for audience in self._custom:
            place = self._place[audience]
            people = self.model.audiences[place].headcount
            believing = crowd.believing(place) / people
            informed = float(crowd.informed[place]) / max(1.0, people * (1 - believing))
            told = min(1.0, max(informed, self._reached(audience, self._told[audience])))
            moods[audience] = Mood(believing, told, float(trust[place]))
        return moods

    def _count_harm(self) -> None:
        for risk in self._risks.values():
            risk.count()
        harmed: dict[str, int] = {}
        for data in self.model.scenario.data_taken:
            if not self._risks[data.id].stake.risk:
                continue
            harmed[data.audience] = harmed.get(data.audience, 0) + self._risks[data.id].harmed
        # Two thefts may harm the same person: at most everybody.
        harmed = {
            a: min(n, self.model.audiences[self._place[a]].headcount) for a, n in harmed.items()
        }
        if not any(harmed.values()) or harmed == self._harmed:
            return
        self._harmed = harmed
        shares = {audience: round(self._safe(audience), 4) for audience in harmed}
        self.model.record(HarmCounted, *self._why_harmed(), harmed=harmed, warned=shares)

    def _safe(self, audience: str) -> float:
        """Return the share warned among those of an audience at risk, by what they risk."""
        about = [data for data in self.model.scenario.data_taken if data.audience == audience]
        weights = [self._risks[d.id].stake.risk * self._risks[d.id].people for d in about]
        safe = [w * self._warned(d) for w, d in zip(weights, about, strict=True)]
        return sum(safe) / sum(weights)

    def _why_harmed(self) -> list[Entry | None]:
        """Return what let it happen: the warning that came, or the one that should have come."""
        model = self.model
        causes: list[Entry | None] = [model.noted.find("news", "break")]
        for data in model.scenario.data_taken:
            causes += [model.noted.find("known", data.fact), self._warning.get(data.id)]
            if self._due(data) and self._reached(data.audience, self._said[data.id]) < _READS:
                causes.append(model.missing("publish", data.fact))
        return causes

    def _due(self, data: DataTaken) -> bool:
        """Return whether the team has known longer than people at risk can wait."""
        model, stake = self.model, self._risks[data.id].stake
        known = model.knowledge.known.get(data.fact)
        if known is None or model.knowledge.facts[data.fact].withhold:
            return False
        return stake.risk > 0 and model.now - known >= 60 * stake.urgency

    def _count_custom(self) -> None:
        for custom in self._custom.values():
            custom.count()
        left = {audience: custom.left for audience, custom in self._custom.items()}
        back = {audience: custom.returned for audience, custom in self._custom.items()}
        if not any(left.values()) or (left, back) == self._counted:
            return
        self._counted = left, back
        broke = self.model.noted.find("news", "break")
        self.model.record(CustomersCounted, broke, left=left, returned=back)


def _channels(entry: StatementIssued, audience: Audience) -> set[Channel]:
    """Return the channels by which a statement met an audience: a mail may not be for it."""
    met = entry.best.get(audience.id, 0.0) + 1e-6
    used = (channel for channel in REACH if channel in entry.channels)
    return {channel for channel in used if REACH[channel].get(audience.kind, 0.0) <= met}
