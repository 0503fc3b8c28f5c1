"""Filing, following, an officer's work and the digest, end to end on both Zalo channels, answered with numbers."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from actions import officers
from bot.timing import SystemClock
from domain.kinds import Organisation
from domain.roles import Role, Scope
from scheduler.job import JobContext
from scheduler.running import run_due
from storage.database import Database
from storage.schema import case_file, file, petition
from tests.bot.test_zalo_house import a_house, file_by_numbers, says
from tests.handlers.test_submit import LAMP
from tests.scheduler.days import DIGEST
from tests.support.pictures import a_jpeg
from tests.support.units import load_units

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""08:30 in Vietnam, after the hour of the digest."""

RECEIPT = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
PIN = re.compile(r"Mật khẩu[^0-9]*(\d{4,6})")


class MondayClock(SystemClock):
    """Runs as fast as any clock, on a working day."""

    def __init__(self):
        self._ahead = MONDAY - super().now()

    def now(self):
        return super().now() + self._ahead


@pytest.fixture(params=["zalo_oa", "zalo_bot"])
def channel(request):
    return request.param


@pytest.fixture
async def there(tables_url, tmp_path):
    """A house whose budget is no matter here: tests answer faster than the books are written."""
    more = {"NGHEDAN_ZALO_OA_FREE_MESSAGES": "100"}
    database = Database(tables_url)
    await load_units(database)
    await database.close()
    async with a_house(tables_url, tmp_path, clock=MondayClock(), **more) as opened:
        yield opened


def a_resident(there, channel, number=1):
    """Return somebody on that channel."""
    return there.zalo.person(f"{number:018d}") if channel == "zalo_oa" else there.bot.person(f"{number:020x}")


async def hears(there, person, *, until=""):
    """Return the next message that holds these words, when everything about it is written down."""
    heard = []
    try:
        while until not in (message := await person.hears()).text:
            heard.append(message.text)
    except TimeoutError:
        raise AssertionError(f"{until!r} was not heard, but {heard}") from None
    await there.settled()
    return message


def number_of(message, label):
    """Return the number before a choice in the text, as somebody reads it who sees no buttons."""
    found = re.search(rf"^(\d+)\. {re.escape(label)}", message.text, re.MULTILINE)
    assert found, f"no number before {label!r} in {message.text!r}"
    return found[1]


async def picks(there, person, message, label, *, until=""):
    """Answer with the number of a choice; return what is said then."""
    await says(person, number_of(message, label))
    return await hears(there, person, until=until)


def receipt_of(said):
    """Return the code and the PIN of a receipt."""
    return RECEIPT.search(said[said.index("Mật khẩu") - 400 :])[0], PIN.search(said)[1]


async def an_officer(there, channel, role=Role.OFFICER):
    """Return an officer of the commune of the petition, let in by pasting an invitation into the Zalo chat."""
    async with there.house.database.begin() as db:
        case = (await db.execute(select(case_file))).one()
        now = there.house.clock.now()
        scope = Scope(case.handler_unit_code, Organisation(case.handler_organisation))
        id = await officers.add_officer(db, name="Bình", roles=[role], scopes=[scope], now=now)
        token = (await officers.invite(db, id, now=now)).token
    chat = a_resident(there, channel, number=7)
    await says(chat, token)
    return chat, await hears(there, chat, until="Bình")


async def test_a_petition_with_a_photo_is_filed_by_numbers(there, channel):
    person = a_resident(there, channel)
    sent = (
        person.sends_photo(a_jpeg(), text=LAMP) if channel == "zalo_oa" else person.sends_photo(a_jpeg(), caption=LAMP)
    )
    if asyncio.iscoroutine(sent):
        await sent
    first = (await hears(there, person)).text
    said = first + await file_by_numbers(there, person, "1")
    await there.fetched()
    await there.settled()
    filed = await there.one(select(petition.c.text))
    kept = await there.one(select(file.c.petition_id))

    assert filed == LAMP
    assert kept is not None
    assert receipt_of(said)


async def test_a_petition_is_followed_by_its_sender_and_with_its_pin_by_others_of_the_channel(there, channel):
    code, pin = receipt_of(await file_by_numbers(there, a_resident(there, channel), LAMP))
    sender, neighbour = a_resident(there, channel), a_resident(there, channel, number=2)
    await says(sender, code)
    own = await hears(there, sender)
    await says(neighbour, code)
    little = await hears(there, neighbour)
    await picks(there, neighbour, little, "Nhập mật khẩu")
    await says(neighbour, pin)
    told = await hears(there, neighbour, until="Đèn đường ngõ 12")

    assert "Đèn đường ngõ 12" in own.text
    assert "Đèn đường ngõ 12" not in little.text
    assert "Đã gửi" in told.text


async def test_an_officer_takes_a_case_by_numbers_and_the_sender_hears_of_it(there, channel):
    resident = a_resident(there, channel)
    await file_by_numbers(there, resident, LAMP)
    chat, _ = await an_officer(there, channel)
    await says(chat, "việc")
    work = await hears(there, chat, until="Việc của")
    pile = await picks(there, chat, work, "Mới")
    card = await picks(there, chat, pile, "Mở ", until="Đèn đường ngõ 12")
    taken = await picks(there, chat, card, "Tiếp nhận")
    told = await hears(there, resident)

    assert "Tiếp nhận" in card.text
    assert "tiếp nhận" in taken.text.lower()
    assert "Mặt trận đã nhận" in told.text


async def test_the_digest_comes_on_a_working_day_and_its_number_opens_the_case(there, channel):
    await file_by_numbers(there, a_resident(there, channel), LAMP)
    chat, _ = await an_officer(there, channel)
    await run_due(DIGEST, there.house.database, JobContext(), there.house.clock.now())
    there.house.deliverer.wake()
    digest = await hears(there, chat, until="Bản tin")
    again = await run_due(DIGEST, there.house.database, JobContext(), there.house.clock.now())
    code = RECEIPT.search(digest.text)[0]
    card = await picks(there, chat, digest, code, until="Tiếp nhận")

    assert "23/11" in digest.text
    assert "Tiếp nhận" in card.text
    assert not again
