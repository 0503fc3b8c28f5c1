"""The page of one report: its link opened once, the page shown, forms taken, figures and documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote

import structlog
from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life, numbering, pages, schedule, sending
from actions.reports.page_edits import text_mark
from actions.reports.pages import Visitor
from console.compiled import Compiled
from console.documents import Documents
from console.doing import BUTTONS, SAID, WRITING, Done, Form, field_of, typed_in
from console.guards import FormTooLarge, cookie_name, is_https, read_form
from console.ports import Ports
from console.story import story_of
from console.templates import render
from console.view import Filled, cases_by_code, codes_beside, figure_view, page_view
from conversation.messages import Words
from conversation.recognise import label_of
from domain.calendar import local_date
from domain.errors import NotFound, Refused, StaleVersion
from domain.reporting import OPEN_TO_EDITS, ReportState
from reports.errors import ReportError
from reports.wire import Format
from storage import emails, report_ways
from texts import LANGUAGES, day_words, known, say

log = structlog.get_logger(__name__)

FIGURE_PAGE: Final = 200
"""Cases on one page of a figure."""

GOES_OUT: Final = frozenset({ReportState.APPROVED, ReportState.NUMBERED, ReportState.SENT})
TO_NUMBER: Final = frozenset({ReportState.APPROVED, ReportState.NUMBERED})

_TYPES: Final = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PDF_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
"""What browsers' own viewers of PDF need."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do with a report in its present state."""

    edit: bool
    decide: bool
    give_back: bool
    number: bool
    send: bool


RENEWED: Final = frozenset(f"report-page-{what}" for what in ("unknown", "used", "expired", "not-yours", "over"))
"""Refusals that a new link mends: their page says how to get one."""


class ReportPage:
    """Handlers of `/report/…`."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._compiled = Compiled()
        self._documents = Documents(ports.database)

    # --- Opening

    async def offered(self, request: web.Request) -> web.StreamResponse:
        """Show a link's button. Looking opens nothing: messengers look at links that they carry."""
        token, now = request.match_info["token"], self._ports.clock()
        try:
            async with self._ports.database.read() as db:
                row = await pages.look(db, token, now=now)
        except Refused as refusal:
            return _refused(refusal)
        name = label_of(schedule.name_of(row), LANGUAGES[0])
        return _page("open.html.j2", name=name, token=token, hours=int(pages.LASTS.total_seconds() // 3600))

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Tie the page to this device and go to it."""
        token, now = request.match_info["token"], self._ports.clock()
        try:
            async with self._ports.database.begin() as db:
                page_id, secret = await pages.open_once(db, token, draw=self._ports.draw, now=now)
        except Refused as refusal:
            return _refused(refusal)
        there = web.HTTPSeeOther(f"/report/{page_id}")
        there.set_cookie(
            cookie_name(request, page_id),
            secret,
            max_age=int(pages.LASTS.total_seconds()),
            httponly=True,
            samesite="Lax",
            secure=is_https(request),
            path="/",
        )
        raise there

    def _whose(self, request: web.Request) -> tuple[int, str]:
        page_id = int(request.match_info["page"])
        return page_id, request.cookies.get(cookie_name(request, page_id), "")

    # --- Looking

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the page."""
        try:
            async with self._ports.database.read() as db:
                visitor = await pages.visitor(db, *self._whose(request), now=self._ports.clock())
                said = request.query.get("done", "")
                count = request.query.get("count", "")
                number = int(count) if count.isdecimal() and len(count) < 6 else 0
                done = Done(said, number) if said in SAID else None
                return await self._show(db, request, visitor, done=done)
        except Refused as refusal:
            return _refused(refusal)

    async def _show(
        self,
        db: AsyncConnection,
        request: web.Request,
        visitor: Visitor,
        *,
        done: Done | None = None,
        refusal: Refused | None = None,
        filled: Filled | None = None,
        form: Form | None = None,
    ) -> web.Response:
        row, now = visitor.row, self._ports.clock()
        report, compiled, edits = await self._compiled.with_edits(db, row)
        reasons = {edit.paragraph: edit.reason for edit in edits}
        case_of = await report_ways.case_codes(db, codes_beside(report))
        language = known(await emails.language_of(db, visitor.actor.officer_id or 0) or LANGUAGES[0])
        rights = await self._rights(db, visitor)
        _, secret = self._whose(request)
        return _page(
            "report.html.j2",
            status=refusal.status if refusal else 409 if done is not None and done.problems else 200,
            language=language,
            page=page_view(report, compiled, reasons, filled or Filled(), case_of),
            name=label_of(schedule.name_of(row), language),
            row=row,
            state=say(f"report-state-{row.state.value}", language),
            rights=rights,
            ports=self._ports,
            address=f"/report/{visitor.page_id}",
            mark=pages.mark_of(secret),
            done=done,
            refusal=_words(refusal, language) if refusal else "",
            form={name: field_of(form, name) for name in form} if form else {},
            known=await sending.known_addresses(db, row) if rights.send and self._ports.email else [],
            next_number=await numbering.next_number(db, row) if rights.number else None,
            today=day_words(local_date(now)),
            day_words=day_words,
            story=await story_of(db, row.id, language),
            expires=visitor.expires_at,
        )

    async def _rights(self, db: AsyncConnection, visitor: Visitor) -> Rights:
        row = visitor.row
        writes = await life.may(db, visitor.actor, row, life.WRITERS)
        decides = await life.may(db, visitor.actor, row, life.DECIDERS)
        return Rights(
            edit=writes and row.state in OPEN_TO_EDITS,
            decide=decides and row.state is ReportState.SUBMITTED,
            give_back=decides and row.state in {ReportState.SUBMITTED, ReportState.APPROVED},
            number=writes and row.state in TO_NUMBER,
            send=writes and row.state in GOES_OUT,
        )

    async def figure(self, request: web.Request) -> web.StreamResponse:
        """Show a figure with all its cases, some hundred at a time."""
        at = request.query.get("at", "0")
        start = int(at) if at.isdecimal() and len(at) < 8 else 0
        try:
            async with self._ports.database.read() as db:
                visitor = await pages.visitor(db, *self._whose(request), now=self._ports.clock())
                report, _, _ = await self._compiled.with_edits(db, visitor.row)
                found = next((f for f in report.figures if f.key == request.match_info["key"]), None)
                if found is None:
                    raise NotFound
                codes = found.cases[start : start + FIGURE_PAGE]
                cases = cases_by_code(report, await report_ways.case_codes(db, codes))
                language = known(await emails.language_of(db, visitor.actor.officer_id or 0) or LANGUAGES[0])
        except Refused as refusal:
            return _refused(refusal)
        return _page(
            "figure.html.j2",
            language=language,
            name=label_of(schedule.name_of(visitor.row), language),
            figure=figure_view(found, cases, limit=FIGURE_PAGE, start=start),
            start=start,
            address=f"/report/{visitor.page_id}",
        )

    async def document(self, request: web.Request) -> web.StreamResponse:
        """Answer with a document of the report as it reads now."""
        wanted = Format(request.match_info["format"])
        try:
            async with self._ports.database.read() as db:
                visitor = await pages.visitor(db, *self._whose(request), now=self._ports.clock())
            name, content = await self._documents.made(visitor.row, wanted)
        except Refused as refusal:
            return _refused(refusal)
        except ReportError as error:
            log.warning("report_document", report_id=visitor.row.id, error=type(error).__name__)
            return _message(say("report-page-no-document"), status=503)
        manner = "inline" if wanted is Format.PDF else "attachment"
        headers = {"Content-Disposition": f"{manner}; filename*=UTF-8''{quote(name, safe='')}"}
        if wanted is Format.PDF:
            headers["Content-Security-Policy"] = _PDF_POLICY
        return web.Response(body=content, content_type=_TYPES[wanted], headers=headers)

    # --- Doing

    async def do(self, request: web.Request) -> web.StreamResponse:
        """Take a form. What was typed is never lost: it is saved, or shown again with why it was not."""
        try:
            form: Form = await read_form(request)
        except FormTooLarge:
            return _message(say("report-page-too-large"), status=413)
        try:
            return await self._do(request, form)
        except Refused as refusal:
            return _refused(refusal, form)
        except web.HTTPException:
            raise
        except Exception:
            log.exception("report_page")
            return _message(say("report-page-failed"), status=503, form=form)

    async def _do(self, request: web.Request, form: Form) -> web.StreamResponse:
        page_id, secret = self._whose(request)
        doing, now = BUTTONS.get(field_of(form, "do")), self._ports.clock()
        if doing is None or not secret or field_of(form, "mark") != pages.mark_of(secret):
            raise NotFound(key="report-page-not-yours")
        try:
            async with self._ports.database.begin() as db:
                visitor = await pages.visitor(db, page_id, secret, now=now, for_update=True)
                if doing in WRITING and visitor.row.state in OPEN_TO_EDITS:
                    visitor = replace(visitor, compiled=await self._compiled.of(db, visitor.row))
                done = await doing(db, visitor, form, now)
        except Refused as refusal:
            return await self._again(request, form, refusal=refusal)
        self._ports.wake()
        if done.said == "closed":
            return _message(say("report-page-closed"), renew=True)
        if done.problems:
            return await self._again(request, form, done=done)
        place = f"#{quote(done.place)}" if done.place else ""
        raise web.HTTPSeeOther(f"/report/{page_id}?done={done.said}&count={done.count}{place}")

    async def _again(
        self, request: web.Request, form: Form, *, done: Done | None = None, refusal: Refused | None = None
    ) -> web.Response:
        """Show the page once more with what was typed and why it was not taken."""
        problems = dict(done.problems or {}) if done is not None else {}
        typed = typed_in(form)
        if refusal is not None:  # nothing was saved: everything that was typed stands in its place again
            unsaved = {one.paragraph for one in typed if text_mark(one.text) != one.base}
        else:
            unsaved = set(problems)
        filled = Filled(
            texts={one.paragraph: one.text for one in typed if one.paragraph in unsaved},
            reasons={one.paragraph: one.reason for one in typed if one.paragraph in unsaved},
            problems=problems,
        )
        async with self._ports.database.read() as db:
            visitor = await pages.visitor(db, *self._whose(request), now=self._ports.clock())
            if visitor.row.state not in OPEN_TO_EDITS and unsaved:
                # There is no text area to put the words in any more; they are handed back to be copied.
                raise refusal or StaleVersion
            return await self._show(db, request, visitor, done=done, refusal=refusal, filled=filled, form=form)


def _words(refusal: Refused, language: str) -> str:
    values: dict[str, Any] = {
        name: label_of(value, language) if isinstance(value, Words) else value for name, value in refusal.values.items()
    }
    return say(refusal.key, language, values)


def _typed(form: Form) -> list[str]:
    return [one.text for one in typed_in(form) if text_mark(one.text) != one.base]


def _refused(refusal: Refused, form: Form | None = None) -> web.Response:
    said = _words(refusal, LANGUAGES[0])
    return _message(said, status=refusal.status, form=form, renew=refusal.key in RENEWED)


def _message(said: str, *, status: int = 200, form: Form | None = None, renew: bool = False) -> web.Response:
    """Return a page that says one thing, with what was typed and not saved; `renew` adds the way to a new link."""
    return _page("message.html.j2", status=status, said=said, typed=_typed(form) if form else [], renew=renew)


def _page(template: str, /, *, status: int = 200, language: str = LANGUAGES[0], **values: Any) -> web.Response:
    answer = web.Response(text=render(template, language=language, **values), content_type="text/html", status=status)
    answer.enable_compression()
    return answer
