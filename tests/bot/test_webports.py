from __future__ import annotations

from typing import Any

from bot.house import House
from bot.settings import General, Office, Settings


async def test_the_page_says_whose_it_is_and_where_to_come(tmp_path: Any) -> None:
    office = Office(name="Ủy ban MTTQ Việt Nam xã Quảng Điền", address="12 Trần Phú", phone="113", hours="7:30")
    house = House(Settings(general=General(data_folder=tmp_path), office=office))

    info = await house.ports.page_info("v1")
    await house.stop()

    assert (info.office, info.postal_address, info.phone, info.hours) == (
        office.name,
        office.address,
        office.phone,
        office.hours,
    )
