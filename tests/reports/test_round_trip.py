"""Through LibreOffice and back: text, tables, head, fonts and margins stay; PDF and DOCX say the same on paper."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from reports.comparison import compare
from reports.pdf import write_pdf
from reports.returned import read_docx
from reports.value import Layout
from reports.word import write_docx
from tests.reports.samples import a_report

pytestmark = [pytest.mark.slow, pytest.mark.office, pytest.mark.timeout(300)]


def office(folder: Path, to: str, file: Path, out: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out / f"{file.stem}.{to.partition(':')[0]}"


@pytest.fixture(scope="module", params=list(Layout))
def made(request, tmp_path_factory) -> dict[str, Path]:
    """The draft, what LibreOffice saves of it, and its PDFs: LibreOffice's of both and ours."""
    folder = tmp_path_factory.mktemp(str(request.param))
    report = a_report(request.param, draft=True, overdue=300)
    sent, ours = folder / "sent.docx", folder / "ours.pdf"
    sent.write_bytes(write_docx(report))
    ours.write_bytes(write_pdf(report))
    saved = office(folder, "docx:MS Word 2007 XML", sent, folder / "saved")
    return {
        "report": report,
        "sent": sent,
        "saved": saved,
        "ours": ours,
        "sent_pdf": office(folder, "pdf", sent, folder),
        "saved_pdf": office(folder, "pdf", saved, folder / "saved"),
    }


def words_of(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"[\u200b\u00a0\f]", " ", text).split()


def paragraphs(path: Path) -> list[str]:
    body = Document(str(path)).element.body
    texts = ("".join(node.text or "" for node in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p")))
    return [" ".join(text.split()) for text in texts if text.strip()]


def first_word_at(path: Path, word: str) -> tuple[float, float]:
    """Left and top of the first such word in millimetres."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    left, top = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{re.escape(word)}<', boxes).groups()
    return float(left) * 0.3528, float(top) * 0.3528


def left_edge(path: Path) -> float:
    """The leftmost word of the second page, in millimetres."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", "2", "-l", "2", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    return min(float(left) for left in re.findall(r'<word xMin="([\d.]+)"', boxes)) * 0.3528


def test_text_stays(made):
    assert paragraphs(made["saved"]) == paragraphs(made["sent"])


def test_tables_stay(made):
    before, after = (Document(str(made[name])) for name in ("sent", "saved"))

    assert [(len(table.rows), len(table.columns)) for table in after.tables] == [
        (len(table.rows), len(table.columns)) for table in before.tables
    ]
    repeated = [
        [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        for table in after.tables
    ]
    assert [sum(rows) for rows in repeated] == [0, 3, 0, 2, 3]


def test_margins_and_paper_stay_within_a_millimetre(made):
    before, after = (Document(str(made[name])).sections for name in ("sent", "saved"))
    names = ("page_width", "page_height", "top_margin", "bottom_margin", "left_margin", "right_margin")

    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        for name in names:
            if name == "top_margin" and old.different_first_page_header_footer:
                continue  # LibreOffice counts the head among it; where words stand is compared below
            assert abs(getattr(old, name) - getattr(new, name)) <= Mm(1), name


def test_words_stand_where_they_stood(made):
    for word in ("BÁO", "I."):
        (left, top), (new_left, new_top) = (first_word_at(made[name], word) for name in ("sent_pdf", "saved_pdf"))
        assert abs(left - new_left) <= 1
        assert abs(top - new_top) <= 1


def test_both_formats_have_the_margins_of_the_rules(made):
    for name in ("ours", "sent_pdf"):
        assert left_edge(made[name]) == pytest.approx(30, abs=1.5)


def test_letters_are_times_or_its_twin(made):
    for name in ("ours", "sent_pdf", "saved_pdf"):
        listed = subprocess.run(["pdffonts", str(made[name])], check=True, capture_output=True, text=True).stdout
        rows = listed.splitlines()[2:]
        assert rows
        assert all("LiberationSerif" in row or "TimesNewRoman" in row for row in rows), listed
        assert all(re.search(r"\byes\b", row) for row in rows), listed


def test_the_officers_sentences_are_read_after_libreoffice_has_saved_the_file(made):
    comparison = compare(made["report"], read_docx(made["saved"].read_bytes()))

    assert (comparison.other_report, comparison.sentences, comparison.figures, comparison.cells) == (False, (), (), ())


def test_pdf_and_docx_say_the_same_words(made):
    ours, theirs = set(words_of(made["ours"])), set(words_of(made["sent_pdf"]))

    assert {word for word in theirs - ours if len(word) > 2} == set()


def test_the_spread_of_pages_is_alike(made):
    counted = [
        int(
            re.search(
                r"Pages:\s+(\d+)",
                subprocess.run(["pdfinfo", str(made[name])], capture_output=True, text=True, check=True).stdout,
            ).group(1)
        )
        for name in ("ours", "sent_pdf", "saved_pdf")
    ]

    assert max(counted) - min(counted) <= 3


def test_the_first_page_of_a_pdf_has_no_number_and_the_second_has(made):
    first, second = (
        subprocess.run(
            ["pdftotext", "-layout", "-f", page, "-l", page, str(made["ours"]), "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for page in ("1", "2")
    )

    assert second.split()[0] == "2"
    assert not first.split()[0].isdigit()


def test_a_table_head_is_repeated_on_every_page(made):
    pages = subprocess.run(
        ["pdftotext", "-layout", str(made["ours"]), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    long = [page for page in pages if "K7M2P" in page]

    assert len(long) > 10
    assert [page for page in long if "STT" not in page] == []


def test_a_document_saved_by_libreoffice_can_be_a_template(made, tmp_path):
    from reports.docx_template import check_template, shipped_template

    layout = made["report"].layout
    file = tmp_path / "template.docx"
    file.write_bytes(shipped_template(layout))
    saved = office(tmp_path, "docx:MS Word 2007 XML", file, tmp_path / "saved").read_bytes()

    assert [problem for problem in check_template(saved, layout) if problem.fatal] == []
    assert paragraphs_in(write_docx(made["report"], saved)) == paragraphs(made["sent"])


def paragraphs_in(content: bytes) -> list[str]:
    body = Document(io.BytesIO(content)).element.body
    texts = ("".join(node.text or "" for node in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p")))
    return [" ".join(text.split()) for text in texts if text.strip()]
