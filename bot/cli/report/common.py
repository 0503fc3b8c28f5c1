"""What the commands of `nghedan report` share: names, options, looking up a report, a unit or an officer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import fail
from bot.cli.opened import opened

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from actions.reports.life import ReportChange
    from bot.settings import Settings
    from domain.errors import Refused, ReportStepNotAllowed
    from domain.roles import Actor
    from domain.units import UnitRef
    from reports.errors import ReportError
    from storage.reports import ReportRow

    Step = Callable[[AsyncConnection, ReportRow, ReportChange], Awaitable[Any]]

KINDS = (
    "nhanh",
    "tuan",
    "thang",
    "quy",
    "sau_thang",
    "chin_thang",
    "nam",
    "tong_hop_y_kien",
    "giam_sat",
    "chuan_bi_quy_ba",
)
RHYTHMS = (
    "khi_can",
    "hang_tuan",
    "hang_thang",
    "hang_quy",
    "hai_lan_nam",
    "sau_thang_dau_nam",
    "chin_thang_dau_nam",
    "hang_nam",
)
SECTIONS = (
    "danh_gia_chung",
    "van_de_quan_tam",
    "theo_linh_vuc",
    "lap_lai",
    "nhieu_xa",
    "ket_qua_tiep_nhan",
    "giam_sat_giai_quyet",
    "hai_long",
    "diem_nong",
    "chi_tieu",
    "kien_nghi_de_xuat",
)
FORMS = ("head", "on-behalf", "for-the-head", "by-order", "by-mandate", "acting")
LAYOUTS = ("front", "party")
"""As the enumerations of domain/reporting.py and reports/value.py, not imported for --help; a test compares them."""

unit_option = click.option("--unit", required=True, metavar="CODE", help="Code of a commune or province.")
organisation_option = click.option(
    "--organisation", default="", help="mttq or one of the five; all together when left out."
)
by_option = click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The officer (an id).")


def checked_organisation(organisation: str) -> str:
    """
    Return the organisation's code, '' for all together.

    Raises:
        UsageError: there is none of this code.
    """
    from domain.kinds import Organisation

    if organisation and organisation not in set(Organisation):
        raise click.UsageError(f"--organisation is one of {', '.join(Organisation)}.")
    return organisation


def known_unit(code: str) -> UnitRef:
    """
    Return the unit of a code of the shipped list.

    Raises:
        ClickException: there is none.
    """
    from bot.cli.office import known_unit as known

    return known(code)


def said(refusal: Refused) -> str:
    """Return why something was refused, in English."""
    from domain.codes import text_key
    from domain.errors import ReportStepNotAllowed
    from texts import has, say

    if isinstance(refusal, ReportStepNotAllowed):
        state, step = (say(text_key(f"report-{what}", code), "en").lower() for what, code in _stage(refusal))
        return f"the step “{step}” is not possible while the report is “{state}”."
    return say(refusal.key, "en", refusal.values) if has(refusal.key, "en") else str(refusal)


def why(problem: ReportError) -> str:
    """Return why a document could not be made or read: what a worker said, without the name of its error."""
    from bot.cli.frame import one_line
    from reports.errors import RefusedByWorker

    return str(problem).partition(": ")[2] if isinstance(problem, RefusedByWorker) else one_line(problem)


def _stage(refusal: ReportStepNotAllowed) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("state", str(refusal.state)), ("step", str(refusal.step))


async def actor_named(db: AsyncConnection, officer_id: int) -> Actor:
    """
    Return an officer as the one who acts.

    Raises:
        ClickException: there is no such active officer.
    """
    from storage import officers

    actor = await officers.actor_of(db, officer_id)
    if actor is None:
        raise fail(f"There is no active officer {officer_id}; `nghedan officer list` shows them.")
    return actor


async def stored_report(db: AsyncConnection, report_id: int) -> ReportRow:
    """
    Return a stored report.

    Raises:
        ClickException: there is none of this id.
    """
    from storage import reports as store

    row = await store.report_by_id(db, report_id)
    if row is None:
        raise fail(f"There is no report {report_id}; `nghedan report list` shows them.")
    return row


async def step_as(settings: Settings, report_id: int, officer_id: int, step: Step, *, otherwise: str = "") -> Any:
    """
    Let an officer take a step with a report that they may see; return what it gives.

    Raises:
        ClickException: there is no such officer, or why it was refused, after "Report 12" and `otherwise`.
    """
    from datetime import UTC, datetime

    from actions.reports import life
    from domain.errors import Refused

    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                actor = await actor_named(db, officer_id)
                row = await life.access(db, report_id, actor)
                return await step(db, row, life.ReportChange(actor, datetime.now(UTC)))
        except Refused as refusal:
            raise fail(f"Report {report_id}{otherwise}: {said(refusal)}") from None
