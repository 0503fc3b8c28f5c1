"""What stands where nothing is: a page for whoever mistyped an address or follows a link that has ended."""

from __future__ import annotations

from aiohttp import web

from channels.webchat.answers import SECURITY_HEADERS
from channels.webchat.assets import load_assets
from channels.webchat.desk import LANGUAGE_COOKIE
from channels.webchat.templates import render_page
from texts import LANGUAGES, known, say


def lost(request: web.Request, words: str = "webchat-lost") -> web.Response:
    """Return "not found": to a browser as a page that leads back to the chat, to a program as a line of text."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    language = known(chosen if chosen in LANGUAGES else "")
    if "text/html" not in request.headers.get("accept", ""):
        return web.Response(status=404, text=say(words, language), headers=SECURITY_HEADERS)
    html = render_page("lost.html.j2", language=language, words=words, asset=load_assets().url)
    return web.Response(status=404, text=html, content_type="text/html", headers=SECURITY_HEADERS)


def add_lost(app: web.Application) -> None:
    """Answer every address that nobody else serves. Comes after all other routes: the first that fits is taken."""

    async def nowhere(request: web.Request) -> web.Response:
        return lost(request)

    app.router.add_get("/{path:.*}", nowhere)
