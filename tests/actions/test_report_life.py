"""The life of a report: compiled once, edited with marks, frozen, approved by another, sent, replaced by a correction."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from actions.cases import close, handling, refer
from actions.reports import correcting, deciding, life, schedule, sending
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from actions.reports.life import ReportChange
from domain.errors import NotAllowed, NotFound, ReasonMissing, StaleVersion, StepNotAllowed
from domain.kinds import Kind
from domain.life import Outcome
from domain.reporting import ReportKind, ReportState, days, usual_rule
from domain.roles import Role
from domain.subjects import Subject
from reports.value import Layout
from reports.wire import encode_report
from storage import officers, report_bodies, report_calendar, schema
from storage import reports as store
from tests.actions.world import CALENDAR, COMMUNE, World
from tests.support.looking import looking_at
from tests.support.units import load_units

NOVEMBER = days(date(2026, 11, 1), date(2026, 11, 15))
AFTER = datetime(2026, 11, 17, 3, tzinfo=UTC)


@pytest.fixture
async def house(world: World) -> World:
    """A commune with an officer, a leader and some petitions of early November."""
    await load_units(world.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    world.lan = await world.officer("Lan")
    world.binh = await world.leader("Bình")
    first = await world.file()
    await world.file("Rác thải đầu ngõ 5 không ai thu gom", subject=Subject.ENVIRONMENT)
    await world.does(world.lan, handling.accept, first.case_id)
    await world.does(world.lan, refer.refer, first.case_id, authority=None, name="Điện lực Quảng Điền")
    world.now = AFTER
    return world


async def compiled(world: World, kind: ReportKind = ReportKind.MONTH, period=NOVEMBER, unit: str = COMMUNE.code):
    async with looking_at(world.database) as db:
        return await compile_report(db, Wish(usual_rule(kind), unit, "", period), now=world.now)


async def stored(world: World, period=NOVEMBER):
    report = await compiled(world, period=period)
    async with world.database.begin() as db:
        return await life.store_compiled(
            db, Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", period), report, due_on=None, now=world.now
        )


async def change(world: World, officer_id: int) -> ReportChange:
    async with looking_at(world.database) as db:
        actor = await officers.actor_of(db, officer_id)
    return ReportChange(actor, world.now)


async def does(world: World, who: int, step, row, **values):
    by = await change(world, who)
    async with world.database.begin() as db:
        fresh = await store.report_by_id(db, row.id, for_update=True)
        return await step(db, fresh, by, **values)


async def test_a_body_has_one_report_of_a_kind_and_period(house: World) -> None:
    first = await stored(house)
    second = await stored(house)

    assert first.state is ReportState.COMPILED
    assert second is None
    async with looking_at(house.database) as db:
        assert await db.scalar(select(func.count()).select_from(schema.report)) == 1
        assert await db.scalar(select(func.count()).select_from(schema.report_snapshot)) == 1


async def test_a_report_reads_the_same_however_the_cases_move_on(house: World) -> None:
    row = await stored(house)
    async with looking_at(house.database) as db:
        before = encode_report(await life.value_of(db, row))
    await house.file("Đường vào thôn ngập nước", subject=Subject.DISASTERS)

    async with looking_at(house.database) as db:
        assert encode_report(await life.value_of(db, row)) == before


async def test_a_sentence_changes_without_a_reason_and_a_figure_only_with_one(house: World) -> None:
    row = await stored(house)
    report = await compiled(house)
    text = paragraphs(report)["received"].text
    assert "02 lượt" in text

    edited = await does(house, house.lan, life.edit, row, texts={"mood": "Nhân dân phấn khởi."})
    with pytest.raises(ReasonMissing):
        await does(house, house.lan, life.edit, row, texts={"received": text.replace("02 lượt ý", "03 lượt ý")})
    await does(
        house, house.lan, life.edit, row, texts={"received": text.replace("02 lượt ý", "03 lượt ý")},
        reason="Thêm một ý kiến tiếp nhận bằng giấy",
    )  # fmt: skip

    async with looking_at(house.database) as db:
        now = await life.value_of(db, await store.report_by_id(db, row.id))
    figures = {figure.key: figure for figure in now.figures}
    assert [edit.paragraph for edit in edited] == ["mood"]
    assert paragraphs(now)["mood"].text == "Nhân dân phấn khởi."
    assert (figures["received"].value, figures["received"].change.source_value) == (3, 2)
    assert figures["received"].change.reason == "Thêm một ý kiến tiếp nhận bằng giấy"
    tables = [
        block for section in now.sections for block in section.blocks if getattr(block, "id", "") == "table_fields"
    ]
    assert tables[0].rows[-1].cells[2] == 3


async def test_a_paragraph_put_back_as_compiled_is_no_edit(house: World) -> None:
    row = await stored(house)
    text = paragraphs(await compiled(house))["received"].text
    await does(house, house.lan, life.edit, row, texts={"received": "Khác."})

    await does(house, house.lan, life.edit, row, texts={"received": text})

    async with looking_at(house.database) as db:
        assert await store.edits(db, row.id) == []


async def test_a_submitted_report_is_frozen_until_it_is_returned_with_a_note(house: World) -> None:
    row = await stored(house)
    submitted = await does(house, house.lan, life.submit, row)

    with pytest.raises(StepNotAllowed):
        await does(house, house.lan, life.edit, row, texts={"mood": "Muộn rồi."})
    with pytest.raises(ReasonMissing):
        await does(house, house.binh, life.give_back, row, note=" ")
    returned = await does(house, house.binh, life.give_back, row, note="Bổ sung đánh giá chung")

    assert submitted.state is ReportState.SUBMITTED
    assert returned.state is ReportState.RETURNED
    assert await does(house, house.lan, life.edit, row, texts={"mood": "Đã bổ sung."})


async def test_an_officer_does_not_approve_and_nobody_their_own_while_another_could(house: World) -> None:
    chi = await house.leader("Chi")
    row = await stored(house)
    await does(house, house.binh, life.submit, row)

    with pytest.raises(NotAllowed):
        await does(house, house.lan, life.approve, row)
    with pytest.raises(NotAllowed):
        await does(house, house.binh, life.approve, row)

    assert (await does(house, chi, life.approve, row)).state is ReportState.APPROVED


async def test_a_report_of_another_commune_is_not_found(house: World) -> None:
    row = await stored(house)
    stranger = await house.officer("Xa", unit="19870")
    actor = (await change(house, stranger)).actor

    async with house.database.begin() as db:
        with pytest.raises(NotFound):
            await life.access(db, row.id, actor)


async def test_a_decision_on_a_version_that_changed_meanwhile_is_refused(house: World) -> None:
    row = await stored(house)
    by = await change(house, house.lan)
    await does(house, house.lan, life.edit, row, texts={"mood": "Một."})

    async with house.database.begin() as db:
        with pytest.raises(StaleVersion):
            await life.submit(db, row, by)


async def test_numbers_come_from_the_register_once_each_or_by_hand(house: World) -> None:
    async with house.database.begin() as db:
        await report_bodies.put_body(db, COMMUNE.code, "", next_number=7, signer="Nguyễn Văn Chủ")
    row = await stored(house)
    await does(house, house.lan, life.submit, row)
    await does(house, house.binh, life.approve, row)

    numbered = await does(house, house.binh, life.give_number, row, dated=date(2026, 11, 17))

    async with looking_at(house.database) as db:
        value = await life.value_of(db, numbered)
        register = await report_bodies.body_of(db, COMMUNE.code, "")
    assert (numbered.number, register.next_number) == (7, 8)
    assert (value.header.number, value.header.dated, value.signature.name) == (7, date(2026, 11, 17), "Nguyễn Văn Chủ")


async def test_whoever_returns_or_approves_a_report_is_not_told_of_it(house: World) -> None:
    row = await stored(house)
    await does(house, house.lan, deciding.submit, row)
    await does(house, house.binh, deciding.give_back, row, note="Bổ sung nguyên nhân")
    await does(house, house.lan, deciding.submit, row)
    await does(house, house.binh, deciding.approve, row)

    told = [
        [key for key in await house.officer_told(one) if key.startswith("report-")] for one in (house.lan, house.binh)
    ]
    assert told == [["report-told-returned", "report-told-approved"], ["report-told-submitted"] * 2]


async def test_a_sent_report_is_replaced_by_a_correction_that_names_what_changed(house: World) -> None:
    reader = await house.officer("Thường trực", roles=(Role.PARTY_READER,))
    row = await stored(house)
    await does(house, house.lan, life.submit, row)
    await does(house, house.binh, life.approve, row)
    told = await does(house, house.lan, sending.send_by_chat, row)
    sent = await does(house, house.lan, life.comment, row, note="Đã gửi bản giấy")
    new = await does(house, house.lan, correcting.correct, row, what="Bổ sung phụ lục")
    await does(house, house.lan, life.submit, new)
    await does(house, house.binh, life.approve, new)

    await does(house, house.lan, life.record_sending, new, way="paper", recipients=["Thường trực Đảng ủy"])

    async with looking_at(house.database) as db:
        old = await store.report_by_id(db, row.id)
        value = await life.value_of(db, await store.report_by_id(db, new.id))
        steps = [event.step for event in await store.events(db, row.id)]
    assert told == 2
    assert await house.officer_told(reader) == ["report-told-sent"]
    assert sent.state is ReportState.SENT
    assert (new.revision, old.state) == (2, ReportState.SUPERSEDED)
    assert "Bổ sung phụ lục" in value.header.corrects
    assert value.key.endswith("-2")
    assert steps == ["compile", "submit", "approve", "send", "comment", "supersede"]


# --- What is compiled -------------------------------------------------------------------------------------------------


async def test_an_empty_period_says_so_in_every_kind(house: World) -> None:
    for kind in ReportKind:
        report = await compiled(house, kind, days(date(2025, 1, 1), date(2025, 1, 31)))
        figures = {figure.key: figure.value for figure in report.figures}

        assert (figures["received"], figures["cases"], figures["done_rate"]) == (0, 0, None)
        assert paragraphs(report)["received"].text.startswith("Trong kỳ")
        assert report.cases == ()


async def test_what_happens_after_the_cut_off_does_not_show(house: World) -> None:
    third = await house.file("Cống thôn 3 tắc", subject=Subject.DISASTERS)  # on the 17th, after the cut-off
    house.advance(hours=1)
    before = {figure.key: figure.value for figure in (await compiled(house)).figures}
    cases = await house.rows(schema.case_file)
    await house.does(house.lan, handling.accept, cases[1].id)
    await house.does(house.lan, close.close, cases[1].id, outcome=Outcome.EXPLAINED, text="Đã giải trình")
    async with house.database.begin() as db:
        await db.execute(schema.petition.update().values(withdrawn_at=house.now))

    after = {figure.key: figure.value for figure in (await compiled(house)).figures}

    assert third.case_id
    assert (before["received"], before["late"], before["done"], before["withdrawn"]) == (2, 1, 0, 0)
    assert after == before


async def test_a_missing_signatory_leaves_room_and_an_unknown_unit_is_refused(house: World) -> None:
    report = await compiled(house)

    assert report.signature.name == ""
    assert report.layout is Layout.FRONT
    with pytest.raises(NotFound):
        await compiled(house, unit="99999")


async def test_confidential_petitions_are_counted_and_never_named(house: World) -> None:
    house.now = datetime(2026, 11, 10, 2, tzinfo=UTC)
    secret = await house.file("Tôi tố cáo ông B nhận tiền", kind=Kind.DENUNCIATION, confidential=True)
    house.now = AFTER

    report = await compiled(house)

    figures = {figure.key: figure for figure in report.figures}
    assert (figures["received"].value, len(figures["received"].cases)) == (3, 2)
    assert secret.code not in {code for figure in report.figures for code in figure.cases}
    assert "nhận tiền" not in encode_report(report).decode()


# --- The calendar -----------------------------------------------------------------------------------------------------


async def test_missed_months_are_compiled_in_order_once_each_and_not_from_before_the_body_was_there(
    house: World,
) -> None:
    later = datetime(2027, 3, 16, 2, tzinfo=UTC)
    async with looking_at(house.database) as db:
        due = await schedule.due_reports(db, later)
    months = [one.wish.period.last for one in due if one.wish.kind is ReportKind.MONTH]
    for one in due:
        assert await schedule.compile_due(house.database, one, now=later) is not None
        assert await schedule.compile_due(house.database, one, now=later) is None

    async with looking_at(house.database) as db:
        assert await schedule.due_reports(db, later) == []
    assert months == [date(2027, 1, 14), date(2027, 2, 14), date(2027, 3, 14)]
    assert [one.wish.period.last for one in due] == sorted(one.wish.period.last for one in due)
    assert all(len(one.name) <= 60 for one in due)
    assert all(one.wish.period.last >= date(2026, 11, 3) for one in due)


async def test_the_one_who_must_finish_is_reminded_once_a_day_before_it_is_due(house: World) -> None:
    report = await compiled(house)
    wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", NOVEMBER)
    async with house.database.begin() as db:
        await life.store_compiled(db, wish, report, due_on=date(2026, 11, 20), now=house.now)
    await house.forget_news()
    told = []
    for day in range(16, 22):
        moment = datetime(2026, 11, day, 1, tzinfo=UTC)
        for _ in range(2):
            async with house.database.begin() as db:
                told.append((day, await schedule.remind(db, moment, CALENDAR)))

    assert [entry for entry in told if entry[1]] == [(17, 2), (19, 2)]


async def test_a_line_set_for_a_unit_wins_over_the_usual_one(house: World) -> None:
    from dataclasses import replace

    rule = replace(usual_rule(ReportKind.WEEK), active=True)
    async with house.database.begin() as db:
        await report_calendar.put_rule(db, COMMUNE.code, "", rule, since=date(2026, 11, 1))
    async with looking_at(house.database) as db:
        due = await schedule.due_reports(db, datetime(2026, 11, 20, 2, tzinfo=UTC))

    weeks = [one.wish.period.last for one in due if one.wish.kind is ReportKind.WEEK]
    assert weeks == [date(2026, 11, 8), date(2026, 11, 15), date(2026, 11, 22)]


async def test_a_compilation_cut_off_half_way_leaves_nothing(house: World) -> None:
    report = await compiled(house)
    wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", NOVEMBER)

    async def killed() -> None:
        async with house.database.begin() as db:
            await life.store_compiled(db, wish, report, due_on=None, now=house.now)
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        await killed()

    assert await house.rows(schema.report) == []
    assert await house.rows(schema.report_snapshot) == []
    assert (await stored(house)).state is ReportState.COMPILED
