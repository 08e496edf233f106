"""The after-action report: facts, figures, PDF, HTML."""
