"""A draft changed in Word: sentences come back by their paragraphs, changed figures need a reason and are marked."""

from __future__ import annotations

import io

import pytest
from docx import Document

from actions.reports import life, returning
from actions.reports.editing import paragraphs
from domain.errors import ReasonMissing
from reports import documents
from reports.wire import Format
from storage import reports as store
from tests.actions.test_report_life import change, house, stored  # noqa: F401 - house is a fixture
from tests.actions.world import World
from tests.support.looking import looking_at

pytestmark = pytest.mark.slow


def in_word(docx: bytes, *replacements: tuple[str, str]) -> bytes:
    """Open a document, replace words in any run of its text, and save it."""
    document = Document(io.BytesIO(docx))
    from docx.oxml.ns import qn

    for before, after in replacements:
        found = [t for t in document.element.body.iter(qn("w:t")) if t.text and before in t.text]
        texts = [t for t in found if t.text == before] or found
        assert texts, before
        texts[0].text = texts[0].text.replace(before, after)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


async def returned(world: World, row, *replacements: tuple[str, str], reason: str = ""):
    async with looking_at(world.database) as db:
        report = await life.value_of(db, row)
    docx = (await documents.written(report, formats=(Format.DOCX,)))["docx"]
    read = await documents.read_back(report, in_word(docx, *replacements))
    by = await change(world, world.lan)
    async with world.database.begin() as db:
        fresh = await store.report_by_id(db, row.id, for_update=True)
        return await returning.take_over(db, fresh, by, read.changes, reason=reason)


async def test_an_untouched_draft_changes_nothing(house: World) -> None:  # noqa: F811
    taken = await returned(house, await stored(house))

    assert taken == returning.Taken((), ())


async def test_a_sentence_comes_back_and_a_figure_only_with_a_reason(house: World) -> None:  # noqa: F811
    row = await stored(house)

    await returned(house, row, ("Cán bộ bổ sung: đánh giá chung", "Nhân dân phấn khởi, đánh giá chung"))
    with pytest.raises(ReasonMissing):
        await returned(house, row, ("02", "05"))
    await returned(house, row, ("02", "05"), reason="Thêm ba ý kiến bằng giấy")

    async with looking_at(house.database) as db:
        now = await life.value_of(db, await store.report_by_id(db, row.id))
    figures = {figure.key: figure for figure in now.figures}
    assert "Nhân dân phấn khởi" in paragraphs(now)["mood"].text
    assert (figures["received"].value, figures["received"].change.source_value) == (5, 2)
