"""A small valid scenario, and ways to change only what a test is about."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.scenario import Decision, Scenario, load, load_decisions
from simulator.scenario.marks import read

SCENARIO = """\
format: 1
id: small-breach
title: {fr: Une petite fuite, en: A small leak}
subtitle: {fr: Deux jours, en: Two days}
brief:
  fr: Un fichier de clients circule.
  en: A file of customers is about.
fictional: true
timezone: Europe/Paris
start: 2015-02-19 18:00
horizon: 2 d
organisation:
  name: Petite Maison
  about: {fr: Une maison d'édition, en: A publisher}
  listed: {share_in_question: 0.05}
  spokespeople:
    - {id: officer, name: {fr: L'attachée de presse, en: The press officer}, role: communication}
    - {id: chief, name: {fr: La directrice, en: The director}, role: chief_executive}
story:
  breaks_with: scoop
  worst_version: {fr: Tout a été volé, en: Everything was stolen}
  untrue_share: 0.6
  people_concerned: 2000
  sensitive: 0.5
  known: 0.2
objectives:
  - id: speak-early
    text: {fr: Parler tôt, en: Speak early}
    criteria: [first_word]
audiences:
  - {id: town, name: {fr: La ville, en: The town}, kind: public, people: 100000}
  - {id: customers, name: {fr: Les clients, en: The customers}, kind: customers, people: 2000}
  - {id: shops, name: {fr: Les libraires, en: The bookshops}, kind: clients, firms: 40}
  - {id: staff, name: {fr: Les salariés, en: The staff}, kind: employees, people: 60}
outlets:
  - {id: gazette, name: La Gazette, kind: local}
  - {id: agency, name: The Agency, kind: wire}
investigations:
  - {id: logs, title: {fr: Lire les journaux du serveur, en: Read the server logs}, people: 2}
facts:
  - id: leaked
    topic: nature
    text: {fr: Un fichier a été copié, en: A file was copied}
    known_at: T+1h
  - id: how-many
    topic: scope
    text: {fr: 2 000 clients, en: "2,000 customers"}
    investigation: logs
    takes: 6h
  - id: change-password
    topic: advice
    text: {fr: Changer de mot de passe, en: Change your password}
    known_at: 0
  - id: informant
    topic: cause
    text: {fr: La police a un témoin, en: The police have a witness}
    withhold: {fr: Enquête en cours, en: Police inquiry}
claims:
  - id: nothing-stolen
    text: {fr: Rien n'a été volé, en: Nothing was stolen}
    truth: "false"
    certainty: 0.9
    denies: [leaked]
    comes_out_at: T+30h
  - id: few-concerned
    text: {fr: Peu de clients sont concernés, en: Few customers are concerned}
    truth: unproven
    certainty: 0.7
    rests_on: [how-many]
    against: [nothing-stolen]
injects:
  - id: call
    medium: call
    sender: {fr: Un libraire, en: A bookseller}
    title: {fr: Un appel, en: A call}
    text: {fr: J'ai vu votre fichier en ligne., en: I saw your file on line.}
    at: 30
    expects: {fr: Réunir la cellule, en: Bring the cell together}
    objective: speak-early
  - id: scoop
    medium: article
    sender: {fr: La Gazette, en: The Gazette}
    title: {fr: Le fichier fuit, en: The file leaks}
    text: {fr: Un fichier de clients circule., en: A file of customers is about.}
    at: 2015-02-19 20:30
    outlet: gazette
  - id: nudge
    medium: note
    sender: {fr: La directrice, en: The director}
    title: {fr: "Que disons-nous ?", en: "What do we say?"}
    text: {fr: Le silence dure., en: The silence lasts.}
    when: {said_anything: false, silent_for: 4h}
    unless: {decided: publish}
sources:
  - {text: {fr: Inventé pour les essais, en: Invented for the tests}}
"""

DECISIONS = """\
title: {fr: Parler, en: Speak}
about: {fr: Un plan simple, en: A simple plan}
decisions:
  - {id: cell, at: T+40, do: activate_cell}
  - {id: look, at: T+45min, do: investigate, investigation: logs, people: 2}
  - {id: name, at: T+50, do: name_spokespeople, spokespeople: [officer, chief]}
  - id: first-word
    at: 2015-02-19 21:00
    do: publish
    channels: [press_release, direct_email]
    facts: [leaked, change-password]
    if_known: [how-many]
    elements: [empathy, apology]
    responsibility: owned
    next_update: 2015-02-20 10:00
    signed_by: chief
  - id: conference
    at: T+20h
    do: hold_conference
    speakers: [officer, chief]
    claims: [few-concerned]
    document: true
  - {id: inside, at: T+2h45, do: brief_employees, facts: [leaked]}
  - {id: back, at: T+25h, do: correct_claim, claim: few-concerned, channels: [press_release]}
"""


def document(text: str = SCENARIO, **changes: object) -> dict[str, object]:
    """Return a document as plain data, top-level keys replaced."""
    data = read(text.encode()).data
    assert isinstance(data, dict)
    return {**data, **changes}


def yaml_text(data: Mapping[str, object]) -> str:
    """Return plain data as a file's text; what JSON writes, YAML reads."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def a_scenario_file(folder: Path, text: str = SCENARIO, **changes: object) -> Path:
    """Write the small scenario, changed, with its decision set `plan`; return its file."""
    file = folder / "scenario.yaml"
    file.write_text(yaml_text(document(text, **changes)) if changes else text, encoding="utf-8")
    (folder / "decisions").mkdir(exist_ok=True)
    (folder / "decisions" / "plan.yaml").write_text(DECISIONS, encoding="utf-8")
    return file


def a_scenario(**changes: object) -> Scenario:
    """Return the small scenario, its top-level keys replaced."""
    with TemporaryDirectory() as folder:
        return load(a_scenario_file(Path(folder), **changes))


def decided(scenario: Scenario, *decisions: Mapping[str, object]) -> tuple[Decision, ...]:
    """Return decisions written as in a file, such as {"do": "monitor_media", "at": "T+1h"}.

    An id that is not given is 'd0', 'd1' and so on. With none, those of the plan above.
    """
    plan = document(DECISIONS)
    if decisions:
        plan["decisions"] = [{"id": f"d{n}", **given} for n, given in enumerate(decisions)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.yaml"
        file.write_text(yaml_text(plan), encoding="utf-8")
        return load_decisions(scenario, file)
