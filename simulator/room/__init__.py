"""The drill room: one process in which facilitators run live exercises with real teams."""
