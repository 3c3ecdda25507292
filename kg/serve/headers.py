"""The outermost layer: refuses requests for other hosts, and puts the headers of safety on every answer."""

from __future__ import annotations

import ipaddress
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
# The editor underlines a word in a tooltip by a style attribute: allowed by the hash of that very style, and nothing else inline.
_UNDERLINE = "sha256-" + b64encode(sha256(b"text-decoration:underline").digest()).decode("ascii")
EDITOR_POLICY = f"{POLICY}; script-src 'self'; style-src-attr 'unsafe-hashes' '{_UNDERLINE}'"
SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": POLICY,
}
LOCAL_ORIGINS = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?"
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")


def is_local(host: str) -> bool:
    """Whether a host name or address means this very machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Shield:
    """The application behind a check of the ``Host`` header, with the headers of safety on all its answers.

    A server on loopback answers to names of loopback only: else a page of a stranger, whose name was made to mean 127.0.0.1,
    could read the graph (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = (), local: bool = True) -> None:
        self._app, self._hosts, self._local = app, {h.lower() for h in hosts}, local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request was answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY.items():
                    headers.setdefault(name, value)
                headers.add_vary_header("Accept")
            await send(message)

        if not self._knows(Headers(scope=scope).get("host", "")):
            await PlainTextResponse("this server does not answer to that name\n", 421)(scope, receive, safely)
            return
        await self._app(scope, receive, safely)

    def _knows(self, header: str) -> bool:
        match = _HOST.fullmatch(header)
        if match is None:
            return False
        return not self._local or is_local(match[1]) or match[1].lower() in self._hosts
