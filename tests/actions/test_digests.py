from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from actions import digests
from actions.digest_material import last_digest
from actions.digest_words import message
from actions.digests import LISTED_IN_GROUP, LISTED_MAX, Digest
from conversation.recognise import label_of
from domain.calendar import end_of_day
from domain.kinds import Organisation
from domain.life import Step
from domain.roles import Role
from domain.statuses import Status
from domain.subjects import Subject
from storage import officers, recipients, schema, worklist
from storage.digests import NAMED_MAX, Group
from storage.worklist import Pile, Reach
from tests.actions.world import CALENDAR, COMMUNE, MONDAY, NEIGHBOUR, PROVINCE, World

NOW = MONDAY
TODAY = MONDAY.date()


def due(days: int) -> datetime:
    """Return 24:00 of a day so many days from Monday."""
    return end_of_day(TODAY + timedelta(days=days))


async def digest(world: World, officer: int, *, now: datetime = NOW) -> Digest:
    async with world.database.read() as db:
        (recipient,) = await recipients.recipients(db, now.date(), officer_id=officer)
        return await digests.digest_of(db, recipient, now=now, calendar=CALENDAR)


async def a_unit(world: World) -> None:
    async with world.database.begin() as db:
        unit = {"code": COMMUNE.code, "name": "Quảng Điền", "type": "xa", "province_code": PROVINCE}
        await db.execute(insert(schema.unit), unit | {"folded": "quang dien", "edition": "test"})


async def a_case(world: World, text: str = "Đèn đường hỏng", *, filed: dict | None = None, **columns) -> int:
    """File a petition and put its case where the test wants it; not due for days unless said otherwise."""
    made = await world.file(text, **(filed or {}))
    await world.put(schema.case_file, made.case_id, **({"state": "accepted", "due_at": due(7)} | columns))
    return made.case_id


def shape(digest: Digest) -> dict[str, tuple[int, list[int]]]:
    """Return each section's count and the cases it names."""
    return {s.group.value: (s.count, [item.case_id for item in s.items]) for s in digest.sections}


# --- Groups ---------------------------------------------------------------------------------------------------------


async def test_each_case_stands_once_in_the_most_urgent_group_that_it_belongs_to(world):
    officer = await world.officer()
    late = await a_case(world, due_at=due(-1), state="received", reopened=1)
    today = await a_case(world, due_at=due(0), state="received")
    back = await a_case(world, reopened=1)
    new = await a_case(world, state="received")
    asked = await a_case(world, state="needs_information", paused_at=NOW, due_at=due(-3))
    checked = await a_case(world, state="checking", due_at=due(2))
    await a_case(world, state="verifying")
    await a_case(world, state="closed", outcome="explained", due_at=None)

    found = await digest(world, officer)

    assert shape(found) == {
        "overdue": (1, [late]),
        "today": (1, [today]),
        "reopened": (1, [back]),
        "new": (1, [new]),
        "waiting": (2, [checked, asked]),
    }
    assert (found.open, found.to_look_at, found.is_empty) == (7, 6, False)


async def test_cases_of_many_are_shown_when_nothing_more_urgent_is_to_be_said(world):
    officer = await world.officer()
    many = await a_case(world, state="verifying")
    few = await a_case(world, state="verifying")
    for case, people in ((many, 3), (few, 1)):
        for _ in range(people - 1):
            await world.file(join_case=case)
    person = await world.chat()
    for _ in range(3):  # one person who writes three times is one
        await world.file(join_case=few, chat=person)

    found = await digest(world, officer)

    assert shape(found) == {"followed": (1, [many])}
    assert found.sections[0].items[0].people == 3


async def test_who_withdrew_or_left_is_not_counted_among_the_people(world):
    officer = await world.officer()
    case = await a_case(world, state="received")
    left, withdrawn, _ = [await world.file(join_case=case) for _ in range(3)]
    await world.put(schema.petition, withdrawn.petition_id, withdrawn_at=NOW)
    async with world.database.begin() as db:
        table = schema.case_petition
        await db.execute(table.update().where(table.c.petition_id == left.petition_id).values(left_at=NOW))

    (section,) = (await digest(world, officer)).sections

    assert section.items[0].people == 2


async def test_a_line_says_what_how_old_why_and_until_when(world):
    officer = await world.officer()
    await a_unit(world)
    case = await a_case(world, filed={"subject": Subject.ROADS, "place": "thôn 3"}, due_at=due(-4), danger=True)
    await world.put(schema.case_file, case, opened_at=NOW - timedelta(days=6))

    (section,) = (await digest(world, officer)).sections
    (item,) = section.items

    assert section.group is Group.OVERDUE
    assert (item.subject, item.place, item.commune) == (Subject.ROADS, "thôn 3", "Xã Quảng Điền")
    assert (item.status, item.age_days, item.danger, item.paused) == (Status.RECEIVED, 6, True, False)
    assert (item.due, item.left) == (date(2026, 11, 12), -2)  # Friday and Monday are over


async def test_most_urgent_first_danger_before_all_and_the_rest_is_counted(world):
    officer = await world.officer()
    cases = [await a_case(world, due_at=due(-days)) for days in (1, 2, 3, 4, 5, 6, 7)]
    danger = await a_case(world, due_at=due(-1), danger=True)

    found = await digest(world, officer)

    assert shape(found) == {"overdue": (8, [danger, *cases[:2:-1]])}
    assert len(found.sections[0].items) == LISTED_IN_GROUP


async def test_a_full_digest_names_some_of_every_group(world):
    officer = await world.officer()
    for _ in range(6):
        await a_case(world, due_at=due(-1))
        await a_case(world, due_at=due(0))
        await a_case(world, reopened=1)
        await a_case(world, state="received")

    found = await digest(world, officer)

    assert [section.count for section in found.sections] == [6, 6, 6, 6]
    assert [len(section.items) for section in found.sections] == [3, 3, 3, 3]
    assert sum(len(section.items) for section in found.sections) == LISTED_MAX


async def test_the_digest_and_the_work_list_agree(world):
    officer = await world.officer()
    for state in ("received", "accepted", "needs_information", "verifying", "referred", "checking"):
        for days in (-2, 0, 5):
            for reopened in (0, 1):
                await a_case(world, state=state, due_at=due(days), reopened=reopened)
    async with world.database.read() as db:
        actor = await officers.actor_of(db, officer)
        counts = await worklist.counts(db, actor, Reach.MINE, now=NOW)

    found = await digest(world, officer)
    sections = {section.group: section.count for section in found.sections}

    assert found.open == counts[Pile.ALL] == 36
    assert sections[Group.OVERDUE] == counts[Pile.OVERDUE]
    assert sections[Group.TODAY] == counts[Pile.TODAY]


# --- Whose ----------------------------------------------------------------------------------------------------------


async def test_only_what_is_given_to_the_officer_or_to_nobody_of_their_bodies(world):
    me, other = await world.officer("Me"), await world.officer("Other")
    mine, free = await a_case(world, state="received", officer_id=me), await a_case(world, state="received")
    theirs = await a_case(world, state="received", officer_id=other)
    await a_case(world, state="received", handler_organisation="phu_nu")
    await a_case(world, state="received", handler_unit_code=NEIGHBOUR.code)

    assert shape(await digest(world, me)) == {"new": (2, [mine, free])}
    assert shape(await digest(world, other)) == {"new": (2, [free, theirs])}
    assert (await digest(world, me)).open == 2


async def test_an_officer_of_several_bodies_gets_one_list_in_one_order(world):
    officer = await world.officer(organisation=None)
    cases = [
        await a_case(world, due_at=due(-days), handler_organisation=organisation)
        for days, organisation in ((1, "mttq"), (3, "phu_nu"), (2, "nong_dan"))
    ]

    assert shape(await digest(world, officer)) == {"overdue": (3, [cases[1], cases[2], cases[0]])}


async def test_a_case_that_concerns_the_officer_is_neither_named_nor_counted(world):
    officer, colleague = await world.officer("Concerned"), await world.officer("Colleague")
    cases = [await a_case(world, due_at=due(-9 + n)) for n in range(7)]
    async with world.database.begin() as db:
        for case in cases[:2]:
            event = {"case_id": case, "at": NOW, "step": Step.RECUSE.value, "officer_id": officer, "data": {}}
            states = {"state_before": "accepted", "state_after": "accepted", "told": False}
            await db.execute(insert(schema.case_event), event | states)

    mine, theirs = await digest(world, officer), await digest(world, colleague)

    assert shape(mine) == {"overdue": (5, cases[2:])}
    assert shape(theirs) == {"overdue": (7, cases[:5])}
    assert (mine.open, theirs.open) == (5, 7)


async def test_confidential_cases_are_a_number_and_nothing_else(world):
    officer = await world.officer()
    for days in (-1, 0, 3):
        case = await a_case(world, "Ông Bí Mật nhận tiền", due_at=due(days), state="received", confidential=True)
        await world.put(schema.case_file, case, title="Ông Bí Mật nhận tiền", place="nhà ông Bí Mật")

    found = await digest(world, officer)

    assert (found.sections, found.confidential, found.confidential_urgent, found.open) == ((), 3, 2, 3)
    assert "Bí Mật" not in repr(found)
    said = message(found)
    assert [option.id for option in said.options] == ["work"]
    assert "3" in label_of(said.paragraphs[1], "vi")


# --- What else ------------------------------------------------------------------------------------------------------


async def test_open_wishes_to_be_called_are_those_of_the_officers_bodies(world):
    officer, chat = await world.officer(), await world.chat()
    async with world.database.begin() as db:
        for number, (unit, done) in enumerate([(COMMUNE.code, None), (NEIGHBOUR.code, None), (COMMUNE.code, NOW)]):
            values = {"conversation_id": chat, "unit_code": unit, "organisation": "mttq", "phone": f"091{number}"}
            await db.execute(
                insert(schema.call_back), values | {"note": "", "at": NOW - timedelta(days=2), "done_at": done}
            )

    found = await digest(world, officer)

    assert (found.call_backs, found.is_empty) == (1, False)
    assert [(call.phone, call.since) for call in found.callers] == [("0910", date(2026, 11, 14))]


async def a_failure(world: World, case: int, chat: int, at: datetime) -> None:
    async with world.database.begin() as db:
        values = {"conversation_id": chat, "line": 0, "reply": "{}", "state": "failed", "not_before": at}
        values |= {"attempts": 3, "sent_parts": 0, "created_at": at, "done_at": at, "about_case_id": case}
        await db.execute(insert(schema.outbox), values)


async def test_messages_that_did_not_reach_a_resident_since_the_digest_before_are_told(world):
    officer, resident = await world.officer(), await world.chat()
    fresh, old, closed, sealed = [await a_case(world) for _ in range(4)]
    await world.put(schema.case_file, closed, state="closed", outcome="explained", due_at=None)
    await world.put(schema.case_file, sealed, confidential=True)
    friday = last_digest(450, NOW, CALENDAR)
    await a_failure(world, fresh, resident, friday)
    await a_failure(world, fresh, resident, friday + timedelta(hours=1))
    await a_failure(world, old, resident, friday - timedelta(seconds=1))
    await a_failure(world, closed, resident, friday + timedelta(hours=2))
    await a_failure(world, sealed, resident, friday + timedelta(hours=3))
    own_chat = next(row.id for row in await world.rows(schema.conversation) if row.officer_id == officer)
    await a_failure(world, old, own_chat, NOW)

    found = await digest(world, officer)

    assert found.failed == 3
    assert [case for case, _ in found.failed_cases] == [closed, fresh]


@pytest.mark.parametrize(
    ("now", "before"),
    [(MONDAY, (13, 7, 30)), (MONDAY + timedelta(days=9), (23, 7, 30))],
    ids=["over a week-end", "over a holiday"],
)
def test_the_digest_before_was_on_the_working_day_before(now, before):
    found = last_digest(450, now, CALENDAR)

    assert (found.day, found.hour, found.minute) == before


# --- Leaders --------------------------------------------------------------------------------------------------------


async def test_a_leader_sees_how_the_bodies_of_the_scope_stand_the_latest_first(world):
    province = await world.leader("Province", unit=PROVINCE)
    commune = await world.leader("Commune")
    women = await world.leader("Women", unit=PROVINCE, organisation=Organisation.WOMEN)
    for unit, organisation, late, fine in (
        (COMMUNE.code, "mttq", 1, 2), (COMMUNE.code, "phu_nu", 2, 0), (NEIGHBOUR.code, "mttq", 3, 0),
        (NEIGHBOUR.code, "phu_nu", 0, 1),
    ):  # fmt: skip
        for number in range(late + fine):
            days = -1 if number < late else 3
            await a_case(world, handler_unit_code=unit, handler_organisation=organisation, due_at=due(days))

    def standing(found: Digest) -> tuple:
        view = found.overview
        return view.open, view.overdue, [(b.organisation.value, b.overdue, b.open) for b in view.bodies]

    assert standing(await digest(world, province)) == (
        9, 6, [("mttq", 3, 3), ("phu_nu", 2, 2), ("mttq", 1, 3)],
    )  # fmt: skip
    assert standing(await digest(world, commune)) == (5, 3, [("phu_nu", 2, 2), ("mttq", 1, 3)])
    assert standing(await digest(world, women)) == (3, 2, [("phu_nu", 2, 2)])


async def test_a_leader_of_everything_sees_everything_and_an_officer_no_overview(world):
    leader = await world.leader("Centre", unit=None, organisation=None)
    officer = await world.officer()
    await a_case(world, due_at=due(-1))
    await a_case(world, handler_unit_code="00166", province_code="01", due_at=due(-1))

    found = await digest(world, leader)

    assert (found.overview.open, found.overview.overdue, found.overview.late_bodies) == (2, 2, 2)
    assert (found.sections, found.open, found.is_empty) == ((), 0, False)
    assert (await digest(world, officer)).overview is None


# --- Many officers --------------------------------------------------------------------------------------------------


class Counted:
    """A connection that counts the queries sent through it."""

    def __init__(self, connection) -> None:
        self._connection, self.queries = connection, 0

    @property
    def dialect(self):
        return self._connection.dialect

    async def execute(self, *arguments):
        self.queries += 1
        return await self._connection.execute(*arguments)

    async def stream(self, *arguments):
        self.queries += 1
        return await self._connection.stream(*arguments)


async def test_any_number_of_officers_costs_the_same_handful_of_queries(world):
    made = [await world.officer(f"Officer {n}", unit=f"{20000 + n}") for n in range(30)]
    for n in range(30):
        await a_case(world, handler_unit_code=f"{20000 + n}", state="received")

    async with world.database.read() as db:
        counted = Counted(db)
        found = await recipients.recipients(counted, NOW.date())
        many = {r.officer_id: d async for r, d in digests.compiled(counted, found, now=NOW, calendar=CALENDAR)}
        single = {r.officer_id: await digests.digest_of(db, r, now=NOW, calendar=CALENDAR) for r in found}

    assert set(many) == set(made)
    assert many == single
    assert [len(d.sections) for d in many.values()] == [1] * 30
    assert counted.queries == 10


async def test_among_so_many_that_queries_name_nobody_an_officer_gets_the_same(world):
    many = range(1, NAMED_MAX + 3)
    account = {"name": "X", "roles": ["officer"], "digest_minute": 450, "digest_empty": "line", "created_at": NOW}
    async with world.database.begin() as db:
        await db.execute(insert(schema.officer), [account] * len(many))
        scopes = [{"officer_id": n, "unit_code": f"{20000 + n}", "organisation": "mttq"} for n in many]
        await db.execute(insert(schema.officer_scope), scopes)
    for n in (1, 2, 2, 400):
        await a_case(world, handler_unit_code=f"{20000 + n}", state="received")
        await a_case(world, handler_unit_code=f"{20000 + n}", due_at=due(-1))
    alone = [await digest(world, n) for n in (1, 2, 3, 400)]

    async with world.database.read() as db:
        found = await recipients.recipients(db, NOW.date())
        together = {r.officer_id: d async for r, d in digests.compiled(db, found, now=NOW, calendar=CALENDAR)}

    assert len(together) == len(many)
    assert [together[n] for n in (1, 2, 3, 400)] == alone
    assert [d.to_look_at for d in alone] == [2, 4, 0, 2]


# --- Words ----------------------------------------------------------------------------------------------------------


async def test_the_message_in_vietnamese_and_in_english(world):
    officer = await world.leader()
    await a_unit(world)
    late = await a_case(world, "Đường vào trường học bị sụt lún", due_at=due(-4), danger=True)
    await a_case(world, "Cống tắc " * 20, state="received", due_at=due(3))
    await a_case(world, "Rác", state="needs_information", paused_at=NOW)
    for _ in range(3):
        await world.file(join_case=late)
    said = message(await digest(world, officer))
    codes = {row.id: f"{row.code[:4]}-{row.code[4:]}" for row in await world.rows(schema.case_file)}

    assert (
        "\n\n".join(label_of(paragraph, "vi") for paragraph in said.paragraphs)
        == f"""\
Bản tin ngày 16/11/2026
Cần xem hôm nay: 3 việc. Đang mở: 3 việc.

Quá hạn: 1
• KHẨN [{codes[1]}] Điện, nước – ngõ 12, Xã Quảng Điền: Đường vào trường học bị sụt lún. Đã tiếp nhận, hôm nay. Hạn 12/11 (quá hạn 2 ngày làm việc). 4 người cùng phản ánh.

Mới gửi, chưa ai nhận: 1
• [{codes[2]}] Điện, nước – ngõ 12, Xã Quảng Điền: {"Cống tắc " * 9}Cống… Mới gửi, hôm nay. Hạn 19/11 (còn 3 ngày làm việc).

Chờ người dân trả lời: 1
• [{codes[3]}] Điện, nước – ngõ 12, Xã Quảng Điền: Rác. Chờ bổ sung thông tin, hôm nay. Hạn tạm dừng trong khi chờ.

Toàn phạm vi phụ trách: đang mở 3 việc, quá hạn 1 việc.
• Mặt trận Xã Quảng Điền: 1 quá hạn / 3 đang mở"""
    )
    assert label_of(said.paragraphs[1], "en") == (
        f"Overdue: 1\n• URGENT [{codes[1]}] Power, water – ngõ 12, Xã Quảng Điền: Đường vào trường học bị sụt lún. "
        "Accepted, since today. Due 12/11 (overdue by 2 working days). Reported by 4 people."
    )
    assert [(label_of(o.label, "vi"), o.choice) for o in said.options] == [
        (codes[1], "!case=1"), (codes[2], "!case=2"), (codes[3], "!case=3"), ("Danh sách việc", "!menu=work"),
    ]  # fmt: skip


async def test_what_is_not_named_is_counted(world):
    officer = await world.officer()
    for _ in range(8):
        await a_case(world, due_at=due(0))

    said = message(await digest(world, officer))

    assert label_of(said.paragraphs[1], "vi").splitlines()[-1] == "… và 3 việc nữa trong danh sách việc"
    assert len(said.options) == LISTED_IN_GROUP + 1


async def test_a_digest_goes_into_the_outbox_as_keys_and_values(world):
    officer = await world.officer()
    await a_case(world, "Đèn", due_at=due(-1))
    async with world.database.read() as db:
        before = await db.scalar(select(func.count()).select_from(schema.outbox))

    said = message(await digest(world, officer))

    assert {paragraph.key for paragraph in said.paragraphs} == {"digest-head", "digest-stack"}
    assert before == await _count(world)


async def _count(world: World) -> int:
    return len(await world.rows(schema.outbox))


async def test_collaborators_and_readers_are_no_recipients(world):
    handles = await world.officer()
    for role in (Role.COLLABORATOR, Role.PARTY_READER, Role.ADMINISTRATOR, Role.APPROVER):
        await world.officer(role.value, roles=(role,))

    async with world.database.read() as db:
        assert [r.officer_id for r in await recipients.recipients(db, NOW.date())] == [handles]
