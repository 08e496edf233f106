"""The papers of studies on disk."""

import re
from collections.abc import Mapping
from pathlib import Path

from reports.figures.scene import Drawn, Outlook
from reports.studies.comparison import comparison_told
from reports.studies.comparison_figure import comparison_figures
from reports.studies.ensemble import ensemble_told
from reports.studies.ensemble_figures import ensemble_figures
from reports.studies.paper import Told, paper_facts
from reports.studies.study import Study, study_of
from reports.studies.whatif import whatif_told
from reports.studies.whatif_figure import whatif_figures
from reports.write import Paper, write_paper
from simulator.scenario import Scenario
from simulator.study.compare import Comparison
from simulator.study.ensemble import Ensemble
from simulator.study.whatif import WhatIf
from simulator.text import Language


def write_ensemble(
    scenario: Scenario, ensemble: Ensemble, out: Path, language: Language
) -> list[Path]:
    """Write ensemble.pdf, ensemble.html and their figures under `out`; return their paths."""
    study = study_of(scenario, ensemble.runs, language)
    figures = ensemble_figures(Outlook(scenario, language), ensemble)
    return _write("ensemble", study, ensemble_told(study, ensemble), figures, out)


def write_comparison(
    scenario: Scenario, comparison: Comparison, out: Path, language: Language
) -> list[Path]:
    """Write comparison.pdf, comparison.html and their figure under `out`; return their paths."""
    study = study_of(scenario, comparison.runs, language)
    figures = comparison_figures(study, comparison)
    return _write("comparison", study, comparison_told(study, comparison), figures, out)


def write_whatif(scenario: Scenario, result: WhatIf, out: Path, language: Language) -> list[Path]:
    """Write whatif.pdf, whatif.html and their figure under `out`; return their paths."""
    study = study_of(scenario, result.runs, language)
    figures = whatif_figures(scenario, result, language)
    return _write("whatif", study, whatif_told(study, result), figures, out)


def _write(
    name: str, study: Study, told: Told, figures: Mapping[str, Drawn], out: Path
) -> list[Path]:
    ours = {"figures": re.compile(rf"{name}_[a-z]+\.(png|svg)")}
    return write_paper(Paper(name, paper_facts(study, told), figures, ours), out)
