"""The routes of the room, by who asks."""
