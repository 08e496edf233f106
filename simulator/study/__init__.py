"""Many runs: how much was luck, what a change is worth, which plan is best."""
