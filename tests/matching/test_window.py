"""The index of traits: equal rarity, what is found, and that a stored reading is the reading."""

from __future__ import annotations

import ast
import gc
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matching.duplicates import Prepared, Rarity, Report, find_similar, prepare
from matching.duplicates.look import marks_of
from matching.duplicates.postings import cells_around, hashed, posted, traits, unpacked
from matching.duplicates.stored import from_text, reading_files, reading_version, to_text
from matching.duplicates.window import Trace, Window

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
TEXTS = (
    "Đèn đường ngõ 12 thôn Hạ Lang hỏng cả tháng nay",
    "den duong ngo 21 hu roi, toi thui",
    "Rác đổ đầu thôn Đông Hạ không ai dọn, hôi lắm",
    "Cảm ơn, đèn ngõ 12 đã sửa xong",
    "nuoc may duc ngau o to 5 pho Hoa Binh",
    "",
    "😀😀",
    "x" * 9_000,
    "Tổ trưởng tổ 3 thu tiền không có hóa đơn " * 40,
)


def a_report(text: str, number: int = 0, *, lat: float | None = None, lon: float | None = None) -> Prepared:
    return prepare(Report(str(number), text, "19867", "46", NOW - timedelta(hours=number), lat=lat, lon=lon))


def a_trace(prepared: Prepared) -> Trace:
    return Trace(int(prepared.report.id), round(prepared.report.at.timestamp() * 1000), traits(prepared))


@pytest.mark.parametrize("text", TEXTS)
def test_a_stored_reading_is_the_reading(text: str) -> None:
    prepared = a_report(text)

    assert from_text(prepared.report, to_text(prepared)) == prepared


def test_a_reading_stored_in_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        from_text(a_report("").report, "[]")


def test_rarity_from_hashes_equals_rarity_from_reports() -> None:
    prepared = [a_report(text, number) for number, text in enumerate(TEXTS[:7])]
    counted = Rarity()
    for one in prepared:
        counted.add(one.keys)

    sampled = Window(map(a_trace, prepared)).rarity

    keys = {key for one in prepared for key in one.words.union(one.meanings)} | {"unheard of"}
    assert {key: sampled.weight(key) for key in keys} == {key: counted.weight(key) for key in keys}


def test_places_of_the_candidates_are_known() -> None:
    rarity = Window(()).rarity
    rarity.know_places([a_report("Thôn Hạ Lang mất nước")])

    assert rarity.known(["ha lang", "mat nuoc"]) == {"hamlet": {"ha lang"}}


def test_the_likeliest_shares_the_rarest_words() -> None:
    old = [a_report(text, number) for number, text in enumerate(TEXTS[:5], start=1)]
    window = Window(map(a_trace, old))
    new = a_report("đèn ở ngõ 12 Hạ Lang vẫn tối")

    assert window.likely(new, window.traces, 2)[0] == 1


def test_a_pin_in_the_next_cell_outweighs_words() -> None:
    near = a_report("Tối om", 1, lat=16.5750, lon=107.5050)
    far = a_report("Bóng điện cháy", 2, lat=16.9, lon=107.9)
    window = Window([a_trace(near), a_trace(far)])
    new = a_report("Hỏng bóng", lat=16.5755, lon=107.5045)

    assert window.likely(new, window.traces, 1) == [1]


def test_hashes_are_the_same_everywhere() -> None:
    assert (hashed("den duong"), hashed("")) == (2_027_481_019, -2_147_483_648)


def test_traits_hold_every_word_the_marks_and_the_cell() -> None:
    prepared = a_report(TEXTS[0], lat=16.575, lon=107.505)
    packed = set(unpacked(traits(prepared)))

    assert {hashed(key) for key in [*prepared.words, *prepared.meanings, *marks_of(prepared)]} < packed
    assert packed & set(cells_around(16.575, 107.505))


@pytest.mark.parametrize("text", TEXTS)
def test_a_report_has_few_postings_and_no_endless_traits(text: str) -> None:
    prepared = a_report(text, lat=16.5, lon=107.5)

    assert (len(posted(prepared)) <= 15, len(traits(prepared)) <= 4 * 241) == (True, True)


def test_the_version_is_a_number_that_a_table_can_hold() -> None:
    assert 0 < reading_version() < 2**62
    assert reading_version() == reading_version()


def test_stored_readings_are_compared_like_fresh_ones() -> None:
    old = [a_report(text, number) for number, text in enumerate(TEXTS, start=1)]
    new = a_report("đèn đường ngõ 12 vẫn hỏng")
    kept = [from_text(one.report, to_text(one)) for one in old]

    assert find_similar(new, kept) == find_similar(new, old)


def test_the_version_covers_all_code_that_prepares_a_text() -> None:
    covered = {file.resolve() for file in reading_files()}
    waiting, seen = [ROOT / "matching/duplicates/prepare.py"], set()
    while waiting:
        file = waiting.pop()
        seen.add(file)
        waiting += [found for found in imported(file) if found not in seen]

    assert {file for file in seen if file.name != "__init__.py"} - covered == set()


def imported(file: Path) -> set[Path]:
    """Return the files of `matching` that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("matching"):
            for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                place = ROOT / name.replace(".", "/")
                found |= {path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()}
    return found


def test_what_a_search_has_read_of_a_commune_does_not_wait_for_the_collector():
    gc.collect()
    window = Window([])
    window.rarity.weight("den")

    del window

    assert gc.collect() == 0
