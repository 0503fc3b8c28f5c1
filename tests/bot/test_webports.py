from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.house import House
from bot.settings import General, Office, Settings
from bot.uploads import Uploads
from tests.support.pictures import a_jpeg


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


async def test_an_upload_whose_card_a_power_cut_emptied_is_gone(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path, max_bytes=1_000_000)

    async def bytes_of_a_photo() -> AsyncIterator[bytes]:
        yield a_jpeg()

    kept, torn = [await uploads.store("v1", "a.jpg", bytes_of_a_photo()) for _ in range(2)]
    (tmp_path / f"{torn.token}.json").write_bytes(b"")

    assert await uploads.named("v1", [torn.token, kept.token]) == [kept]
