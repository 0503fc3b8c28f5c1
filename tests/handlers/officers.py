"""Officers in chats for tests: invited by a link, at work in the real house."""

from __future__ import annotations

from sqlalchemy import select

from actions import officers
from conversation.messages import Event
from domain.kinds import Organisation
from domain.roles import Role, Scope
from storage import schema
from tests.support.looking import looking_at
from tests.support.talk import House, Person

COMMUNE = "19867"
LAMP = "Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"
DRAIN = "Cống trước chợ Hạ xã Quảng Điền, Huế tắc, mưa là ngập vào nhà dân"


async def an_account(
    house: House,
    name: str = "Lan",
    *,
    unit: str = COMMUNE,
    organisation: Organisation = Organisation.FRONT,
    roles: tuple[Role, ...] = (Role.OFFICER,),
) -> int:
    """Create an account."""
    async with house.database.begin() as db:
        scopes = [Scope(unit, organisation)]
        return await officers.add_officer(db, name=name, roles=roles, scopes=scopes, now=house.clock())


async def a_token(house: House, officer_id: int) -> str:
    """Make an invitation."""
    async with house.database.begin() as db:
        return (await officers.invite(db, officer_id, now=house.clock())).token


async def an_officer(house: House, name: str = "Lan", **values: object) -> Person:
    """Create an account and let its owner into a chat through the link."""
    token = await a_token(house, await an_account(house, name, **values))
    return await house.person(f"officer-{name}").does(Event.STARTED, start=f"inv_{token}")


async def files(house: House, address: str = "an", text: str = LAMP) -> Person:
    """Let a resident file a petition the shortest way; return them with the receipt before them."""
    person = house.person(address)
    await person.says(text)
    if "Tôi đồng ý" in person.labels:
        await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    while "Việc khác" in person.labels:
        await person.taps("Việc khác")
    return await person.taps("Đúng, gửi đi")


# --- At work on a case


async def at_work(house: House, **values: object) -> tuple[Person, Person]:
    """Return an officer who has the card of a new case before them, and its resident."""
    officer = await an_officer(house, **values)
    resident = await files(house)
    return await opens(officer), resident


async def opens(officer: Person, case_id: int = 1) -> Person:
    await officer.look()
    return await officer.taps_choice(f"!case={case_id}")


async def news(person: Person) -> str:
    """Return what came since the person's last word."""
    person.heard = []
    await person.look()
    return person.text


async def state(house: House, case_id: int = 1) -> str:
    async with looking_at(house.database) as db:
        table = schema.case_file
        return str(await db.scalar(select(table.c.state).where(table.c.id == case_id)))


async def steps(house: House, case_id: int = 1) -> list[str]:
    async with looking_at(house.database) as db:
        table = schema.case_event
        query = select(table.c.step).where(table.c.case_id == case_id).order_by(table.c.id)
        return list((await db.execute(query)).scalars())


async def joined(house: House, address: str) -> Person:
    """Let another resident file the same and put it into the case that is there."""
    person = house.person(address)
    await person.says(LAMP)
    await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    await person.taps("Đúng việc đó")
    return await person.taps("Đúng, gửi đi")


async def at_the_authority(house: House) -> tuple[Person, Person]:
    officer, resident = await at_work(house)
    await officer.taps("Chuyển cơ quan")
    await officer.says("Điện lực Quảng Điền")
    await officer.says("27/11")
    await officer.taps("Chuyển")
    await news(resident)
    return officer, resident
