"""Figures taken again and corrections: the officer's words stay, the figures are new, what changed is named."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from actions.reports import correcting, life, sending, templates
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from actions.reports.life import ReportChange
from domain.errors import AlreadyDone, NotAllowed, ReasonMissing, Refused, StepNotAllowed
from domain.kinds import Organisation
from domain.reporting import ReportKind, ReportState, days, usual_rule
from domain.roles import Actor, Role
from reports.docx_template import shipped_template
from reports.value import Layout
from reports.wire import Remark
from scheduler.job import JobContext
from scheduler.running import dry_run, run_job
from scheduler.schedule import job_named
from storage import officers, report_templates
from storage import reports as store
from tests.actions.world import COMMUNE, World
from tests.support.looking import looking_at
from tests.support.units import load_units

PERIOD = days(date(2026, 11, 1), date(2026, 11, 15))
WITHIN = datetime(2026, 11, 3, 2, tzinfo=UTC)
AFTER = datetime(2026, 11, 17, 3, tzinfo=UTC)
WISH = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", PERIOD)
ADMINISTRATOR = Actor(roles=frozenset({Role.ADMINISTRATOR}))
AGAIN = job_named("recompile-reports")


@pytest.fixture
async def house(world: World) -> World:
    """A commune with an officer, a leader, two petitions and a draft of the month."""
    await load_units(world.database)
    world.now = WITHIN
    world.lan, world.binh = await world.officer("Lan"), await world.leader("Bình")
    await world.file()
    await world.file("Rác thải đầu ngõ 5 không ai thu gom")
    world.now = AFTER
    async with looking_at(world.database) as db:
        compiled = await compile_report(db, WISH, now=AFTER)
    async with world.database.begin() as db:
        world.row = await life.store_compiled(db, WISH, compiled, due_on=None, now=AFTER)
    return world


async def change(world: World, who: int) -> ReportChange:
    async with looking_at(world.database) as db:
        actor = await officers.actor_of(db, who)
    assert actor is not None
    return ReportChange(actor, world.now)


async def does(world: World, who: int, step, **values):
    by = await change(world, who)
    async with world.database.begin() as db:
        row = await store.report_by_id(db, world.row.id, for_update=True)
        return await step(db, row, by, **values)


async def value(world: World, id: int | None = None):
    async with looking_at(world.database) as db:
        return await life.value_of(db, await store.report_by_id(db, id or world.row.id))


async def row_of(world: World, id: int | None = None):
    async with looking_at(world.database) as db:
        return await store.report_by_id(db, id or world.row.id)


async def one_more(world: World) -> None:
    """A petition on paper of the period, entered after the cut-off was compiled."""
    world.now = WITHIN
    await world.file("Mương thoát nước thôn 4 bị lấp")
    world.now = AFTER


async def sent(world: World) -> None:
    await does(world, world.lan, life.submit)
    await does(world, world.binh, life.approve)
    await does(world, world.lan, sending.send_by_chat)


# --- Figures taken again ----------------------------------------------------------------------------------------------------


async def test_an_edited_sentence_keeps_its_words_and_takes_the_new_figures(house: World) -> None:
    text = paragraphs(await value(house))["received"].text
    mine = text.replace("Trong kỳ,", "Từ đầu tháng,")
    await does(house, house.lan, life.edit, texts={"received": mine, "mood": "Nhân dân phấn khởi."})
    await one_more(house)
    await does(house, house.lan, correcting.ask_to_recompile)

    would = await dry_run(AGAIN, house.database, JobContext(), AFTER)
    done = await run_job(AGAIN, house.database, JobContext(), AFTER)
    again = await run_job(AGAIN, house.database, JobContext(), AFTER)

    now = await value(house)
    read = paragraphs(now)
    assert (would.count, done.count, again.count) == (1, 1, 0)
    assert read["received"].text.startswith("Từ đầu tháng,")
    assert "03 lượt ý kiến" in read["received"].text
    assert read["mood"].text == "Nhân dân phấn khởi."
    assert {figure.key: figure.value for figure in now.figures}["received"] == 3
    assert not any(figure.change for figure in now.figures)
    assert "report-recompiled" in await house.officer_told(house.lan)


async def test_a_figure_that_an_officer_changed_gives_way_to_a_newer_one(house: World) -> None:
    text = paragraphs(await value(house))["received"].text
    await does(
        house, house.lan, life.edit, texts={"received": text.replace("02 lượt ý", "09 lượt ý")}, reason="Sổ giấy"
    )
    await one_more(house)
    await does(house, house.lan, correcting.ask_to_recompile)

    await run_job(AGAIN, house.database, JobContext(), AFTER)

    figures = {figure.key: figure for figure in (await value(house)).figures}
    assert (figures["received"].value, figures["received"].change) == (3, None)


async def test_a_submitted_draft_is_not_compiled_again(house: World) -> None:
    await does(house, house.lan, correcting.ask_to_recompile)
    await does(house, house.lan, life.submit)
    before = await value(house)

    done = await run_job(AGAIN, house.database, JobContext(), AFTER)

    assert (done.count, done.error) == (0, "")
    assert (await row_of(house)).recompile_at is None
    assert await value(house) == before
    with pytest.raises(StepNotAllowed):
        await does(house, house.lan, correcting.ask_to_recompile)


async def test_a_kill_while_figures_are_taken_again_leaves_the_draft_as_it_was(house: World) -> None:
    await does(house, house.lan, life.edit, texts={"mood": "Nhân dân phấn khởi."})
    before = await value(house)
    await one_more(house)
    async with looking_at(house.database) as db:
        compiled = await compile_report(db, WISH, now=AFTER)

    async def killed() -> None:
        async with house.database.begin() as db:
            row = await store.report_by_id(db, house.row.id, for_update=True)
            await correcting.recompile(db, row, ReportChange(ADMINISTRATOR, AFTER), compiled=compiled)
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        await killed()

    assert await value(house) == before


async def test_a_draft_that_cannot_be_compiled_is_told_and_does_not_stop_the_others(house: World) -> None:
    async with house.database.begin() as db:
        gone = Wish(usual_rule(ReportKind.WEEK), COMMUNE.code, "", PERIOD)
        compiled = await compile_report(db, gone, now=AFTER)
        other = await life.store_compiled(db, gone, compiled, due_on=None, now=AFTER)
        from storage import schema

        await db.execute(
            schema.report.update().where(schema.report.c.id == other.id).values(unit_code="99999", recompile_at=AFTER)
        )
    await does(house, house.lan, correcting.ask_to_recompile)

    done = await run_job(AGAIN, house.database, JobContext(), AFTER)

    assert done.error == "NotFound"
    assert (await row_of(house)).recompile_at is None
    assert (await row_of(house, other.id)).recompile_at is None
    assert "report-recompiled" in await house.officer_told(house.lan)


# --- Corrections -------------------------------------------------------------------------------------------------------------


async def test_a_correction_begins_as_sent_and_names_what_changed_when_it_is_submitted(house: World) -> None:
    await does(house, house.lan, life.edit, texts={"mood": "Nhân dân phấn khởi."})
    await sent(house)
    await one_more(house)

    new = await does(house, house.lan, correcting.correct, what="Thiếu một ý kiến tiếp nhận bằng giấy")
    begun = await value(house, new.id)
    by = await change(house, house.lan)
    async with house.database.begin() as db:
        row = await store.report_by_id(db, new.id, for_update=True)
        await life.edit(db, row, by, {"mood": "Nhân dân rất phấn khởi."})
    async with looking_at(house.database) as db:
        compiled = await compile_report(db, await correcting.wish_of(db, new), now=AFTER)
    async with house.database.begin() as db:
        row = await correcting.recompile(db, await store.report_by_id(db, new.id), by, compiled=compiled)
        submitted = await life.submit(db, row, by)

    made = await value(house, new.id)
    assert paragraphs(begun)["mood"].text == "Nhân dân phấn khởi."
    assert begun.key.endswith("-2")
    assert submitted.state is ReportState.SUBMITTED
    assert "Thiếu một ý kiến tiếp nhận bằng giấy" in made.header.corrects
    assert "Số lượt ý kiến tiếp nhận: 02 sửa thành 03" in made.header.corrects
    assert "Lời văn thay đổi ở mục I" in made.header.corrects
    assert (await row_of(house)).state is ReportState.SENT


async def test_one_correction_at_a_time_of_what_was_sent_with_words(house: World) -> None:
    with pytest.raises(NotAllowed):
        await does(house, house.lan, correcting.correct, what="Sai")
    await sent(house)
    with pytest.raises(ReasonMissing):
        await does(house, house.lan, correcting.correct, what=" ")
    await does(house, house.lan, correcting.correct, what="Sai tên đường")

    with pytest.raises(AlreadyDone):
        await does(house, house.lan, correcting.correct, what="Sai nữa")
    reader = await house.officer("Đọc", roles=(Role.PARTY_READER,))
    with pytest.raises(NotAllowed):
        await does(house, reader, correcting.correct, what="Sai")


# --- Templates ---------------------------------------------------------------------------------------------------------------


async def install(world: World, content: bytes, unit: str = "", organisation: str = "") -> int:
    async with world.database.begin() as db:
        return await templates.install(
            db, layout=Layout.FRONT, unit=unit, organisation=organisation, name="a.docx", content=content, problems=(),
            by=ADMINISTRATOR, now=world.now,
        )  # fmt: skip


async def test_the_bodys_own_template_wins_and_a_submitted_report_keeps_its_own(house: World) -> None:
    every = await install(house, b"all")
    async with looking_at(house.database) as db:
        of_all = await templates.template_of(db, house.row, Layout.FRONT)
    own = await install(house, b"own", COMMUNE.code)
    submitted = await does(house, house.lan, life.submit)
    await install(house, b"newer", COMMUNE.code)

    async with looking_at(house.database) as db:
        kept = await templates.template_of(db, submitted, Layout.FRONT)
        now = await templates.governing_content(db, Layout.FRONT, COMMUNE.code, "")
        party = await templates.governing(db, Layout.PARTY, COMMUNE.code, "")
        women = await templates.governing(db, Layout.FRONT, COMMUNE.code, Organisation.WOMEN.value)
    assert (of_all, submitted.template_id, kept, now, party) == (b"all", own, b"own", b"newer", None)
    assert women is not None
    assert women.id == every


async def test_a_broken_template_is_not_installed_and_only_administrators_install(house: World) -> None:
    lan = (await change(house, house.lan)).actor
    fatal = (Remark("template-missing-name", {"name": "body"}, fatal=True),)
    common = {"layout": Layout.FRONT, "unit": "", "organisation": "", "name": "a", "content": b"x", "now": AFTER}
    async with house.database.begin() as db:
        with pytest.raises(Refused):
            await templates.install(db, **common, problems=fatal, by=ADMINISTRATOR)
        with pytest.raises(NotAllowed):
            await templates.install(db, **common, problems=(), by=lan)
        with pytest.raises(NotAllowed):
            await templates.revert(db, layout=Layout.FRONT, unit="", organisation="", by=lan, now=AFTER)
        assert await report_templates.templates(db) == []


def test_a_template_that_breaks_while_it_is_filled_is_refused() -> None:
    import io

    from docx import Document

    from reports.wire import CheckJob
    from reports.worker import work

    document = Document(io.BytesIO(shipped_template(Layout.FRONT)))
    document.paragraphs[0].insert_paragraph_before("{{ number.day.month }}")
    made = io.BytesIO()
    document.save(made)

    (problem,) = work(CheckJob(made.getvalue(), Layout.FRONT)).remarks

    assert (problem.key, problem.fatal) == ("template-trial-failed", True)


async def test_a_correction_of_a_report_whose_number_was_left_blank_names_no_number(house: World) -> None:
    await sent(house)

    new = await does(house, house.lan, correcting.correct, what="Sai tên đường ở mục II")

    corrects = (await value(house, new.id)).header.corrects
    assert corrects == "Thay thế báo cáo cùng kỳ đã gửi trước đây; nội dung thay đổi: Sai tên đường ở mục II"
