"""The addresses of these pages on the program's server."""

from __future__ import annotations

from aiohttp import web

from console.guards import guarded
from console.ports import Ports
from console.report_page import ReportPage
from console.templates import style_path, style_sheet


def add_routes(app: web.Application, ports: Ports) -> None:
    """Serve the page of a report below `/report`."""
    page = ReportPage(ports)
    own = "/report/{page:[0-9]{1,18}}"
    app.router.add_get("/report/open/{token:[A-Za-z0-9_-]{20,100}}", guarded(page.offered))
    app.router.add_post("/report/open/{token:[A-Za-z0-9_-]{20,100}}", guarded(page.open))
    app.router.add_get(own, guarded(page.show))
    app.router.add_post(own, guarded(page.do))
    app.router.add_get(own + "/figure/{key:[a-z0-9_.]{1,120}}", guarded(page.figure))
    app.router.add_get(own + "/files/{format:docx|pdf|xlsx}", guarded(page.document))

    async def style(request: web.Request) -> web.Response:
        current = request.path == style_path()
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if current else "no-cache",
            "X-Content-Type-Options": "nosniff",
        }
        answer = web.Response(text=style_sheet(ports.asset), content_type="text/css", charset="utf-8", headers=headers)
        answer.enable_compression()
        return answer

    app.router.add_get("/report/static/{version}/report.css", style)
