"""What studies come to, for a board: many seeds of a plan, plans compared, changes ranked."""

from reports.studies.whatif import whatif_section
from reports.studies.whatif_figure import whatif_figures
from reports.studies.write import write_comparison, write_ensemble, write_whatif

__all__ = [
    "whatif_figures",
    "whatif_section",
    "write_comparison",
    "write_ensemble",
    "write_whatif",
]
