"""What hands do on the room's pages, found by roles and names as people find them."""

import re

from playwright.sync_api import expect

PHONE = (390, 844)


def urls(room, exercise):
    """Return the links of an exercise by role and team."""
    links = room.facilitator.get(f"/api/exercises/{exercise}/links")
    return {(link["role"], link["team"]): link["url"] for link in links}


def console_of(room, exercise):
    """Return the console's link."""
    return f"{room.address}/console?exercise={exercise}#{room.token}"


def press(page, name, **more):
    """Press the first button of this name."""
    page.get_by_role("button", name=name, exact=True, **more).first.click()


def ticked(page, *names):
    """Tick boxes by their names."""
    for name in names:
        page.get_by_role("checkbox", name=name).first.check()


def part(page, name):
    """Return the section of the page that has this title."""
    return page.get_by_role("region", name=name, exact=True)


def ring(console, outlet, question, *, patience, team):
    """Ring one team as a journalist."""
    press(console, "Ring the team…")
    sheet = console.get_by_role("dialog")
    sheet.get_by_label("Outlet").select_option(label=outlet)
    sheet.get_by_label("Question").fill(question)
    sheet.get_by_label("Patience").fill(str(patience))
    for box in sheet.get_by_role("checkbox").all():
        box.uncheck()
    ticked(sheet, team)
    sent(sheet, "Ring")


def sent(sheet, go):
    """Press a dialog's last button, and see it close."""
    press(sheet, go)
    expect(sheet).to_have_count(0)


def act(desk, name, go, *options):
    """Decide something from the desk's list of acts."""
    press(desk, "Act")
    line = desk.get_by_role("listitem").filter(
        has=desk.get_by_role("button", name=re.compile(f"^{name}"))
    )
    line.get_by_role("button", name=name).first.click()
    ticked(line, *options)
    press(line, go)
    expect(line.get_by_text("Done.", exact=True)).to_be_visible()


def answered(desk, outlet, *, by):
    """Take a call that rings, and see who is on the line."""
    press(desk, f"Answer: {outlet}")
    form = desk.get_by_role("form", name=f"Answer {outlet}")
    form.get_by_role("radio", name=by).check()
    press(form, "Pick up")
    expect(part(desk, "Press calls").get_by_text(f"Answering: {by}")).to_be_visible()


def field(desk, name):
    """Return a field of the composer."""
    return part(desk, re.compile("^Statement")).get_by_role("group", name=name, exact=True).first


def composed(desk, text, *, channel, fact=None, element=None):
    """Write a statement."""
    press(desk, re.compile(r"^Statement no\."))
    ticked(field(desk, "Channel"), channel)
    for name, option in (("Facts to tell", fact), ("The message", element)):
        if option:
            press(field(desk, name), "Choose")
            ticked(field(desk, name), option)
            press(field(desk, name), "Close")
    desk.get_by_role("textbox", name="Text of the message").fill(text)


def published(desk):
    """Publish what is written, once asked."""
    press(desk, "Publish the statement")
    press(desk.get_by_role("dialog"), "Publish")
    expect(desk.get_by_text("Published.", exact=True)).to_be_visible()


def underway(room, *, minute=125, pace=1 / 60, **more):
    """Make an exercise whose clock runs, once the story has broken; return its id."""
    exercise = room.exercise(pace=pace, **more)
    room.clock(exercise, "jump", to=minute)
    room.clock(exercise, "start")
    return exercise


def direct(room, exercise, do, team="team-1", **more):
    """Do something to a team as the facilitator, without a page."""
    path = f"/api/exercises/{exercise}/direct"
    return room.facilitator.post(path, teams=[team], decision={"do": do, **more})


def rung(room, exercise, *, calls=1, patience=600, outlet="actu-en-continu"):
    """Ring a team so many times."""
    for number in range(calls):
        question = f"Question {number + 1}: were your keys stolen, and since when do you know?"
        direct(room, exercise, "ring_team", outlet=outlet, question=question, patience=patience)
