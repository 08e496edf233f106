"""The names of things in a scenario, and the words for the journal's own terms."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from simulator.journal.book import Journal
from simulator.journal.entries import DecisionTaken, Entry
from simulator.journal.injects import injects_of
from simulator.scenario.shapes import Inject, Scenario
from simulator.text import Text

DECISIONS: dict[str, Text] = {
    "activate_cell": Text(fr="cellule de crise réunie", en="crisis cell activated"),
    "monitor_media": Text(fr="veille médias mise en place", en="media monitoring set up"),
    "investigate": Text(fr="enquête ordonnée", en="investigation ordered"),
    "name_spokespeople": Text(fr="porte-parole nommés", en="spokespeople named"),
    "open_press_line": Text(fr="téléphones de presse ouverts", en="press phones opened"),
    "publish": Text(fr="déclaration", en="statement"),
    "hold_conference": Text(fr="conférence de presse", en="press conference"),
    "brief_employees": Text(fr="salariés informés", en="employees briefed"),
    "correct_claim": Text(fr="propos corrigé", en="claim corrected"),
}
DECISIONS |= {
    "inform_partner": Text(fr="partenaire prévenu", en="partner informed"),
    "agree_with_partner": Text(fr="accord proposé au partenaire", en="agreement proposed"),
    "use_service": Text(fr="service de l’assureur demandé", en="insurer’s service called on"),
    "notify_authority": Text(fr="autorité notifiée", en="authority notified"),
    "file_complaint": Text(fr="plainte déposée", en="complaint filed"),
    "open_helpline": Text(fr="ligne d’assistance ouverte", en="helpline opened"),
    "resize_helpline": Text(fr="ligne d’assistance redimensionnée", en="helpline resized"),
    "close_helpline": Text(fr="ligne d’assistance fermée", en="helpline closed"),
}
DECISIONS |= {
    "take_calls": Text(fr="appels pris par l’équipe", en="calls taken by the team"),
    "leave_calls": Text(fr="appels laissés aux porte-parole", en="calls left to spokespeople"),
    "answer_call": Text(fr="appel pris", en="call taken"),
    "decline_call": Text(fr="appel décliné", en="call declined"),
    "promise_call_back": Text(fr="rappel promis", en="call back promised"),
    "set_line": Text(fr="éléments de langage fixés", en="line to take set"),
    "write_log": Text(fr="main courante", en="log"),
    "give_inject": Text(fr="stimulus joué sur ordre", en="inject played on demand"),
    "skip_inject": Text(fr="stimulus retiré", en="inject taken out"),
    "add_inject": Text(fr="stimulus ajouté", en="inject added"),
    "ring_team": Text(fr="appel voulu par l’animateur", en="call by the facilitator"),
    "take_note": Text(fr="note d’observation", en="observer’s note"),
    "overrule": Text(fr="note corrigée à la main", en="score overruled"),
    "end_exercise": Text(fr="fin décidée", en="end decided"),
}
SERVICES: dict[str, Text] = {
    "crisis_cell": Text(fr="cellule de crise de l’assureur", en="the insurer’s crisis cell"),
    "alignment": Text(fr="alignement des messages", en="message alignment"),
    "lawyers": Text(fr="avocats spécialisés", en="specialised lawyers"),
    "call_centre": Text(fr="centre d’appels", en="call centre"),
}
RULES: dict[str, Text] = {
    "gdpr33": Text(fr="RGPD art. 33, autorité", en="GDPR art. 33, authority"),
    "gdpr33-processor": Text(fr="RGPD art. 33(2), responsable", en="GDPR art. 33(2), controller"),
    "gdpr34": Text(fr="RGPD art. 34, personnes", en="GDPR art. 34, people"),
    "uk-gdpr33": Text(fr="RGPD britannique art. 33", en="UK GDPR art. 33"),
    "nis2-early": Text(fr="NIS2, alerte précoce", en="NIS2, early warning"),
    "nis2-notification": Text(fr="NIS2, notification", en="NIS2, notification"),
    "nis2-final": Text(fr="NIS2, rapport final", en="NIS2, final report"),
    "dora-initial": Text(fr="DORA, notification initiale", en="DORA, initial notification"),
    "dora-intermediate": Text(fr="DORA, rapport intermédiaire", en="DORA, intermediate report"),
    "dora-final": Text(fr="DORA, rapport final", en="DORA, final report"),
    "sec-8k": Text(fr="SEC 8-K, point 1.05", en="SEC 8-K, item 1.05"),
    "lopmi": Text(fr="plainte sous 72 h (LOPMI)", en="complaint within 72 h (LOPMI)"),
    "mar17": Text(fr="information du marché (MAR art. 17)", en="market disclosure (MAR art. 17)"),
    "hipaa": Text(fr="HIPAA, personnes", en="HIPAA, individuals"),
    "hipaa-hhs": Text(fr="HIPAA, ministère (HHS)", en="HIPAA, health department (HHS)"),
    "pci": Text(fr="réseaux de cartes (PCI)", en="card brands (PCI)"),
    "california": Text(fr="loi californienne, résidents", en="California law, residents"),
    "california-ag": Text(fr="loi californienne, procureur", en="California law, attorney general"),
}
CHANNELS: dict[str, Text] = {
    "press_release": Text(fr="communiqué", en="press release"),
    "social_account": Text(fr="réseaux sociaux", en="social media"),
    "direct_email": Text(fr="courriel direct", en="direct e-mail"),
    "staff_note": Text(fr="note aux salariés", en="staff note"),
    "authority_note": Text(fr="note aux autorités", en="note to the authorities"),
    "investor_note": Text(fr="note aux investisseurs", en="note to investors"),
}
TOPICS: dict[str, Text] = {
    "nature": Text(fr="la nature des faits", en="what happened"),
    "scope": Text(fr="l’étendue", en="the scope"),
    "cause": Text(fr="la cause", en="the cause"),
    "consequences": Text(fr="les conséquences", en="the consequences"),
    "measures": Text(fr="les mesures prises", en="the measures taken"),
    "advice": Text(fr="les conseils", en="the advice"),
    "contact": Text(fr="le contact", en="the contact"),
}
ELEMENTS: dict[str, Text] = {
    "nature": Text(fr="ce qui s’est passé", en="what happened"),
    "scope": Text(fr="l’étendue", en="the scope"),
    "cause": Text(fr="la cause", en="the cause"),
    "consequences": Text(fr="les conséquences", en="the consequences"),
    "measures": Text(fr="les mesures prises", en="the measures taken"),
    "advice": Text(fr="ce que chacun doit faire", en="what readers should do"),
    "contact": Text(fr="un contact", en="a contact"),
    "acknowledgement": Text(fr="la prise au sérieux", en="acknowledgement"),
    "empathy": Text(fr="l’empathie", en="empathy"),
    "responsibility": Text(fr="la responsabilité", en="responsibility"),
    "next_update": Text(fr="le prochain point, daté", en="a dated next update"),
    "signature": Text(fr="une signature", en="a signature"),
}
TONES: dict[str, Text] = {
    "fair": Text(fr="fidèle", en="fair"),
    "critical": Text(fr="critique", en="critical"),
    "speculative": Text(fr="spéculatif", en="speculative"),
}
NEWS: dict[str, Text] = {
    "break": Text(fr="l’affaire éclate", en="the story breaks"),
    "word": Text(fr="l’organisation a parlé", en="the organisation has spoken"),
    "contradiction": Text(fr="un propos est démenti", en="a claim is contradicted"),
    "revision": Text(fr="un chiffre est revu en pire", en="a fact is revised for the worse"),
    "missed_promise": Text(fr="un rendez-vous est manqué", en="a promise is missed"),
    "conference_without_document": Text(
        fr="une conférence sans document", en="a press conference without a document"
    ),
    "fact_came_out": Text(fr="un fait sort par d’autres", en="a fact comes out elsewhere"),
    "helpline_overloaded": Text(
        fr="la ligne d’assistance est débordée", en="the helpline is overloaded"
    ),
    "climb": Text(fr="l’intrusion gagne un partenaire", en="the intrusion reaches a partner"),
    "blamed_back": Text(fr="un partenaire répond en public", en="a partner answers in public"),
}
TRUST: dict[str, Text] = {
    "substance": Text(fr="une information utile", en="useful information"),
    "empty": Text(fr="une parole vide", en="an empty word"),
    "promise_kept": Text(fr="une promesse tenue", en="a promise kept"),
    "promise_missed": Text(fr="une promesse manquée", en="a promise missed"),
    "owned": Text(fr="la responsabilité assumée", en="responsibility owned"),
    "shifted": Text(fr="la faute rejetée sur d’autres", en="blame shifted"),
    "revised": Text(fr="un chiffre revu en pire", en="a fact revised for the worse"),
    "inconsistent": Text(fr="deux propos incompatibles", en="two claims that do not agree"),
    "corrected": Text(fr="un propos corrigé de soi-même", en="a claim corrected by oneself"),
    "contradicted": Text(fr="un propos démenti", en="a claim contradicted"),
    "doubted": Text(fr="une assurance mise en doute", en="an assurance doubted"),
    "came_out": Text(fr="un fait appris par d’autres", en="a fact learnt from others"),
    "blamed_back": Text(fr="la faute renvoyée par un partenaire", en="blamed back by a partner"),
    "heard_from_press": Text(fr="appris par la presse", en="heard from the press"),
    "empty_conference": Text(
        fr="une conférence sans rien de neuf", en="a conference with nothing new"
    ),
    "helpline": Text(fr="la ligne d’assistance", en="the helpline"),
    "helpline_overloaded": Text(fr="une ligne d’assistance débordée", en="an overloaded helpline"),
    "no_helpline": Text(fr="personne à qui téléphoner", en="nobody to call"),
}

# Who decides in a room, where no name was given.
ROLES: dict[str, Text] = {
    "facilitator": Text(fr="animateur", en="facilitator"),
    "head": Text(fr="chef de cellule", en="head of the cell"),
    "spokesperson": Text(fr="porte-parole", en="spokesperson"),
    "community": Text(fr="veille et réseaux", en="monitoring and networks"),
    "lawyer": Text(fr="juriste", en="lawyer"),
    "it": Text(fr="informatique", en="IT"),
    "observer": Text(fr="observateur", en="evaluator"),
    "room": Text(fr="la salle", en="the room"),
}


def role(author: str) -> Text:
    """Return what a role of the room is called, or the name somebody typed."""
    return ROLES.get(author, Text(fr=author, en=author))


class Names:
    """Finds the name of anything a journal mentions by its id."""

    def __init__(self, scenario: Scenario, journal: Journal | None = None) -> None:
        """Prepare the names of `scenario`, and of what its exercise added."""
        self.scenario, self._journal = scenario, journal

    @cached_property
    def injects(self) -> Mapping[str, Inject]:
        """Return the injects by id, those added on the fly too."""
        return {inject.id: inject for inject in injects_of(self.scenario, self._journal)}

    def comes_of(self, entry: Entry, do: str) -> bool:
        """Return whether an entry comes straight of a decision of this kind; no without journal."""
        causes = [self._journal[cause] for cause in entry.causes] if self._journal else []
        return any(isinstance(cause, DecisionTaken) and cause.do == do for cause in causes)

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Text]:
        scenario = self.scenario
        return {
            **{("outlet", o.id): Text(fr=o.name, en=o.name) for o in scenario.outlets},
            **{("audience", a.id): a.name for a in scenario.audiences},
            **{("fact", f.id): f.text for f in scenario.facts},
            **{("claim", c.id): c.text for c in scenario.claims},
            **{("inject", i.id): i.title for i in self.injects.values()},
            **{("person", p.id): p.name for p in scenario.organisation.spokespeople},
            **{("investigation", i.id): i.title for i in scenario.investigations},
            **{("partner", p.id): p.name for p in scenario.partners},
            **{("data", d.id): d.name for d in scenario.data_taken},
        }

    def knows(self, what: str, which: str) -> bool:
        """Return whether the scenario has a name for `which`."""
        return (what, which) in self._named

    def of(self, what: str, which: str) -> Text:
        """Return the name of `which`, or its id when the scenario does not know it."""
        return self._named.get((what, which), Text(fr=which, en=which))

    def of_duty(self, which: str) -> Text:
        """Return the name of the law behind a legal clock of the scenario."""
        rule = next((duty.rule for duty in self.scenario.duties if duty.id == which), which)
        return self.of_law(rule)

    def of_law(self, which: str) -> Text:
        """Return the name of a law, be it the scenario's own."""
        own = next((law.name for law in self.scenario.laws if law.id == which), None)
        return own or RULES.get(which, Text(fr=which, en=which))

    def list(self, what: str, which: Iterable[str]) -> Text:
        """Return several names, separated by commas."""
        return join(self.of(what, one) for one in which)


def join(texts: Iterable[Text], by: str = ", ") -> Text:
    """Return the texts one after the other in each language."""
    found = list(texts)
    return Text(fr=by.join(t.fr for t in found), en=by.join(t.en for t in found))
