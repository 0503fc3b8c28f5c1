"""The page itself: the conversation as the server knows it, readable and usable before any script runs."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from channels.webchat.answers import Refused, read_form
from channels.webchat.assets import load_assets
from channels.webchat.capabilities import SAID_MAX
from channels.webchat.desk import LANGUAGE_COOKIE, Desk, Visitor
from channels.webchat.ports import PageInfo
from channels.webchat.templates import line_views, render_page, speaker
from channels.webchat.visitors import COOKIE_MAX_AGE_SECONDS, Door, is_https, new_secret
from conversation.voices import say_in
from texts import LANGUAGES, LOCAL, listed, say

LINES_AT_FIRST: Final = 40
CLIENT_TEXTS: Final = (
    "attach-busy", "attach-failed", "attach-many", "attach-refused-large", "attach-remove", "attach-retry",
    "attach-too-large", "connecting", "draft-too-long", "earlier-failed", "location-busy", "location-denied",
    "location-failed", "location-said", "new-lines", "not-sent", "offline", "sending", "sent", "sent-waiting",
    "title-unread", "today", "typing", "unread-marker", "yesterday",
)  # fmt: skip
"""What the script says by itself; the rest stands in the page."""
_COUNTED: Final = ("count", "most", "megabytes", "name", "title")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One item of the menu: `says` is what tapping it says to the bot."""

    icon: str
    label: str
    says: str


MENUS: Final = {
    "resident": (
        ("pen", "new"),
        ("search", "code"),
        ("list", "mine"),
        ("person", "officer"),
        ("help", "help"),
    ),
    "officer": (
        ("inbox", "cases"),
        ("clock", "due"),
        ("alert", "overdue"),
        ("search", "find"),
        ("digest", "digest"),
        ("help", "help"),
    ),
}


class Pages:
    """Handlers of the page, its language and leaving, for one door."""

    def __init__(self, desk: Desk, door: Door) -> None:
        self._desk = desk
        self._door = door

    async def open(self, request: web.Request) -> web.StreamResponse:
        return await self.show(request)

    async def show(self, request: web.Request, *, refused: Refused | None = None, draft: str = "") -> web.Response:
        """Answer with the page; with why a form was not taken, and what was typed in it."""
        visitor = await self._desk.visitor(request, self._door)
        if visitor is None:
            visitor = await self._desk.known(request, self._door, new_secret())
        html = await self._html(request, visitor, refused, draft)
        response = web.Response(text=html, content_type="text/html", status=refused.status if refused else 200)
        response.enable_compression()
        secure = is_https(request.headers, request.scheme)
        response.set_cookie(
            self._door.cookie_name(secure=secure),
            visitor.secret,
            max_age=COOKIE_MAX_AGE_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=secure,
            path="/",
        )
        return response

    async def _html(self, request: web.Request, visitor: Visitor, refused: Refused | None, draft: str) -> str:
        desk, language = self._desk, visitor.language
        info = await desk.or_else(PageInfo(), desk.ports.page_info(visitor.address))
        asked = desk.ports.earlier(visitor.address, before=None, limit=LINES_AT_FIRST + 1)
        found = await desk.or_else(None, asked)
        lines = found or ()
        shown = lines[-LINES_AT_FIRST:]
        t = speaker(language, self._door.voice)
        notice = t(refused.text_key, **refused.values) if refused else ""
        if found is None:
            notice = notice or t("webchat-no-lines")
        payload = request.query.get("start", "")[:200]
        return render_page(
            "page.html.j2",
            language=language,
            voice=self._door.voice,
            door=self._door,
            info=info,
            title=self._title(language),
            menu=self._menu(language),
            languages=LANGUAGES,
            lines=line_views(shown),
            more=len(lines) > LINES_AT_FIRST,
            today=self._desk.chat.clock().astimezone(LOCAL).date(),
            day_label=self._day_label(language),
            payload=payload,
            start_id=secrets.token_hex(12) if payload else "first",
            form_id=secrets.token_hex(12),
            notice=notice,
            draft=draft,
            asset=load_assets().url,
            setup=self._setup(
                visitor, info, payload, fresh=found is not None and not lines, more=len(lines) > LINES_AT_FIRST
            ),
        )

    def _title(self, language: str) -> str:
        return say_in(self._door.voice, "webchat-title", language)

    def _menu(self, language: str) -> list[MenuItem]:
        key = f"webchat-menu-{self._door.name}"
        return [
            MenuItem(icon, say(f"{key}-{name}", language), say(f"{key}-{name}-says", language))
            for icon, name in MENUS[self._door.name]
        ]

    def _day_label(self, language: str) -> Any:
        today = self._desk.chat.clock().astimezone(LOCAL).date()
        weekdays = listed("webchat-weekdays", language)

        def label(day: str) -> str:
            date = today.fromisoformat(day)
            if date == today:
                return say("webchat-js-today", language)
            if (today - date).days == 1:
                return say("webchat-js-yesterday", language)
            return f"{weekdays[date.weekday()]}, {date.day:02d}/{date.month:02d}/{date.year}"

        return label

    def _setup(self, visitor: Visitor, info: PageInfo, payload: str, *, fresh: bool, more: bool) -> dict[str, Any]:
        """Return what the script needs to know; `key` sets this visitor's drafts apart from another's."""
        placeholders = {name: "{" + name + "}" for name in _COUNTED}
        t = speaker(visitor.language, self._door.voice)
        return {
            "base": self._door.base,
            "home": self._door.home,
            "key": visitor.address[:9],
            "fresh": fresh,
            "more": more,
            "start": payload,
            "language": visitor.language,
            "title": self._title(visitor.language),
            "limits": {"text": SAID_MAX, "files": info.files_max, "bytes": info.file_max_bytes},
            "weekdays": listed("webchat-weekdays", visitor.language),
            "texts": {name: t(f"webchat-js-{name}", **placeholders) for name in CLIENT_TEXTS},
        }

    async def language(self, request: web.Request) -> web.StreamResponse:
        """Show the page in another language from now on."""
        try:
            chosen = (await read_form(request, 1024)).get("language", "")
        except Refused as refused:
            return await self.show(request, refused=refused)
        if chosen not in LANGUAGES:
            return await self.show(request, refused=Refused("webchat-not-understood", 400))
        back = web.HTTPSeeOther(self._door.home)
        back.set_cookie(
            LANGUAGE_COOKIE,
            chosen,
            max_age=COOKIE_MAX_AGE_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=is_https(request.headers, request.scheme),
        )
        visitor = await self._desk.visitor(request, self._door)
        if visitor is not None:
            await self._desk.ports.set_language(visitor.address, chosen)
        raise back

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """Forget the visitor on this device; the petitions stay, their codes open them."""
        back = web.HTTPSeeOther(self._door.home)
        secure = is_https(request.headers, request.scheme)
        back.del_cookie(self._door.cookie_name(secure=secure), path="/", secure=secure)
        raise back
