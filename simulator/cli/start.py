"""Starting the command line, and ending it with the right status."""

import gc
import os
import sys
from collections.abc import Sequence

import click

from simulator.cli.commands import build
from simulator.cli.complaints import explain
from simulator.cli.language import Voice, asked_for
from simulator.errors import DrillError

DONE, INVALID, MISUSED, INTERRUPTED = 0, 1, 2, 130
# New objects between two looks for waste, of which there is little: a run and its report make a
# hundred thousand that stay.
_BETWEEN_LOOKS = 50_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `cellule` and leave with its exit status."""
    gc.set_threshold(_BETWEEN_LOOKS)
    sys.exit(status_of(sys.argv[1:] if arguments is None else arguments))


def status_of(arguments: Sequence[str]) -> int:
    """Run `cellule` with these arguments and return the exit status.

    0 done; 1 the scenario, the decisions or a file is invalid; 2 wrong usage.
    """
    say = Voice(asked_for(arguments))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        result = build(say).main(list(arguments), prog_name="cellule", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except DrillError as error:
        return _complain(error.say(say.language), INVALID)
    except click.UsageError as error:
        usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
        return _complain(f"{usage}{explain(error, say)}", MISUSED)
    except (click.Abort, KeyboardInterrupt):
        return _complain(
            say(
                "Interrompu ; aucun fichier n’est resté à moitié écrit.",
                "Interrupted; no file was left half-written.",
            ),
            INTERRUPTED,
        )
    except BrokenPipeError:
        # Whoever read us has left, as `head` does: nothing more to say, nor to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _complain(
            f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "), INVALID
        )


def _complain(message: str, status: int) -> int:
    click.echo(message, err=True)
    return status
