"""From a journal to what each face of the room shows, as JSON; pure functions."""

from simulator.room.views.desk import desk
from simulator.room.views.notes import notes
from simulator.room.views.points import points
from simulator.room.views.row import row
from simulator.room.views.script import next_line, script
from simulator.room.views.sight import Sight, until
from simulator.room.views.staff import staff
from simulator.room.views.truth import truth
from simulator.room.views.wall import wall
from simulator.room.views.watch import watch

__all__ = [
    "Sight",
    "desk",
    "next_line",
    "notes",
    "points",
    "row",
    "script",
    "staff",
    "truth",
    "until",
    "wall",
    "watch",
]
