"""What the command line says when it was called wrongly, in the user's language."""

import click

from simulator.cli.language import Voice


def explain(error: click.UsageError, say: Voice) -> str:
    """Return what was wrong with the call and what to do, one line."""
    if isinstance(error, click.NoSuchOption):
        nearest = f" ; {error.possibilities[0]} ?" if error.possibilities else ""
        return say(
            f"option inconnue : {error.option_name}{nearest}",
            f"unknown option: {error.option_name}{nearest.replace(' ;', ';').replace(' ?', '?')}",
        )
    if isinstance(error, click.MissingParameter):
        name = _name(error)
        return say(f"il manque {name}", f"{name} is missing")
    if isinstance(error, click.BadParameter):
        return say(
            f"{_name(error)} : {_reason(error, say)}", f"{_name(error)}: {_reason(error, say)}"
        )
    return _unknown_command(error, say) or error.format_message()


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else "?"
    options = [name for name in error.param.opts if name.startswith("--")]
    return (
        options[0]
        if options
        else error.param.make_metavar(error.ctx or click.Context(click.Command("")))
    )


def _reason(error: click.BadParameter, say: Voice) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        return say(f"un nombre entier, {kind.min} ou plus", f"a whole number, {kind.min} or more")
    if isinstance(kind, click.Choice):
        return say("au choix ", "one of ") + ", ".join(map(str, kind.choices))
    return error.message


def _unknown_command(error: click.UsageError, say: Voice) -> str | None:
    context = error.ctx
    if (
        context is None
        or not isinstance(context.command, click.Group)
        or not error.message.startswith("No such command")
    ):
        return None
    # Only who mistypes needs it.
    import difflib

    names = context.command.list_commands(context)
    given = error.message.split("'")[1] if "'" in error.message else ""
    nearest = difflib.get_close_matches(given, names, 1)
    hint_fr, hint_en = (f" ; {nearest[0]} ?", f"; {nearest[0]}?") if nearest else ("", "")
    allowed = ", ".join(names)
    return say(
        f"commande inconnue : {given}{hint_fr} Possibles : {allowed}",
        f"unknown command: {given}{hint_en} Allowed: {allowed}",
    )
