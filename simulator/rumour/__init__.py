"""How the worst version of the story spreads through the audiences."""
