"""What surrounds every answer: headers that browsers obey, and requests that are turned away."""

import json
import logging
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.text import Text

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
    " connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    b"content-security-policy": POLICY.encode(),
}
_ELSEWHERE = Text(
    fr="demande venue d’une autre page que celles de la salle",
    en="request from a page that is not the room's",
)
_OURS = Text(
    fr="la salle a failli ici ; rien d’autre n’est touché, réessayer",
    en="the room failed here; nothing else is touched, try again",
)
_log = logging.getLogger("cellule.room")
_NAME = Text(
    fr="la salle ne répond pas sous ce nom ; ouvrir le lien tel qu’il a été donné",
    en="the room does not answer by this name; open the link as it was given",
)


class Guard:
    """Adds the headers; refuses other hosts' names and other sites' requests."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        """Answer as one of `hosts` (name:port) only."""
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if headers.get(b"host", b"").decode("latin-1").lower() not in self.hosts:
            await _refuse(send, 421, _NAME)
        elif scope["method"] not in ("GET", "HEAD") and not self._own(headers):
            await _refuse(send, 403, _ELSEWHERE)
        else:
            await self._answer(scope, receive, _Sending(send))

    async def _answer(self, scope: Scope, receive: Receive, send: "_Sending") -> None:
        """Let the application answer; what it did not foresee is ours to mend, and logged."""
        try:
            await self.app(scope, receive, send)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"].split("/files/")[0])
            if send.begun:
                raise
            await _refuse(send.send, 500, _OURS)

    def _own(self, headers: dict[bytes, bytes]) -> bool:
        """Return whether a request that changes something comes from a page of ours."""
        if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
            return False
        origin = headers.get(b"origin")
        if origin is None:
            return True
        try:
            return urlsplit(origin.decode("latin-1")).netloc.lower() in self.hosts
        except ValueError:
            return False


class _Sending:
    """Sends an answer with the headers; knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        self.send, self.begun = send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            given = {name.lower() for name, _ in message["headers"]}
            more = [(name, value) for name, value in _HEADERS.items() if name not in given]
            message = {**message, "headers": [*message["headers"], *more]}
        await self.send(message)


async def _refuse(send: Send, status: int, text: Text) -> None:
    body = json.dumps({"error": text.model_dump()}, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), *_HEADERS.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
