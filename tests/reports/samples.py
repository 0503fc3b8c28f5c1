"""A report to try everything on: sections of three levels, tables, charts, annexes, a map, hundreds of cases."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from reports.value import (
    Annex,
    BarChart,
    CaseRow,
    Column,
    ColumnChart,
    ColumnKind,
    Day,
    Figure,
    Header,
    Layout,
    LineChart,
    MapPoint,
    Paragraph,
    Period,
    PointMap,
    Recipient,
    Report,
    Row,
    RowKind,
    Run,
    Section,
    Series,
    Signature,
    SigningForm,
    Table,
)

TAKEN = datetime(2026, 10, 1, 1, 0, tzinfo=UTC)
PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30), TAKEN)
SUBJECTS = (
    "Đất đai, giải phóng mặt bằng, tái định cư", "Môi trường, rác thải", "Giao thông, cầu đường, vỉa hè",
    "Điện, nước sạch, chiếu sáng, viễn thông", "Y tế, an toàn thực phẩm", "An sinh xã hội, người có công, nhà ở",
    "Thủ tục hành chính, thái độ phục vụ", "Giáo dục, trường học",
)  # fmt: skip
MONTHS = ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9")

FRONT_HEADER = Header(
    superior_body=("Ủy ban MTTQ Việt Nam", "tỉnh Đắk Lắk"),
    issuing_body=("Ban Thường trực",),
    symbol="BC-MTTQ-BTT",
    place="Đắk Lắk",
    subject="Tổng hợp ý kiến, kiến nghị của Nhân dân và kết quả giám sát việc giải quyết\nquý III năm 2026",
    year=2026,
    number=5,
    dated=date(2026, 10, 2),
)
PARTY_HEADER = Header(
    superior_body=("Đảng bộ tỉnh Đắk Lắk",),
    issuing_body=("Đảng ủy xã Ea Súp",),
    symbol="BC/ĐU",
    place="Ea Súp",
    subject="tình hình Nhân dân và dư luận xã hội quý III năm 2026",
    year=2026,
    number=152,
    dated=date(2026, 2, 5),
)
FRONT_SIGNATURE = Signature(SigningForm.ON_BEHALF, "Ban Thường trực", "Phó Chủ tịch", "Nguyễn Thị Hương")
PARTY_SIGNATURE = Signature(SigningForm.ON_BEHALF, "Ban Thường vụ", "Phó Bí thư", "Y Thanh Hà Niê")

FIGURES = (
    Figure("received", "Lượt ý kiến tiếp nhận", "Số ý kiến được tiếp nhận trong kỳ, qua mọi kênh.", 2403, cases=("A2", "B3"), previous=2140),
    Figure("on_time", "Tỷ lệ trả lời đúng hạn", "Số vụ việc được trả lời trong hạn chia cho số vụ việc đến hạn.", 72.5, percent=True),
    Figure("hot", "Điểm nóng", "Số vụ việc có từ 30 người trở lên.", 8),
    Figure("overdue", "Quá hạn", "Số vụ việc quá hạn trả lời vào lúc chốt số liệu.", 117, cases=("C4",)),
)  # fmt: skip


def a_paragraph(id: str = "overview_1", *runs: Run | str, **changes: Any) -> Paragraph:
    return Paragraph(id, tuple(run if isinstance(run, Run) else Run(run) for run in runs), **changes)


OVERVIEW = a_paragraph(
    "overview_1",
    "Trong quý III năm 2026, Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội đã tiếp nhận ",
    Run("2.403", "received"),
    " lượt ý kiến, kiến nghị, phản ánh của Nhân dân (tăng 12,3% so với quý II năm 2026), trong đó: qua trợ lý trên Zalo "
    "và Telegram 1.806; trực tiếp 412; đơn, thư 185. Đã có ",
    Run("08", "hot"),
    " điểm nóng; tỷ lệ trả lời đúng hạn đạt ",
    Run("72,5%", "on_time"),
    "; quá hạn ",
    Run("117", "overdue"),
    " vụ việc.",
)
COUNTS = (
    Column("STT", ColumnKind.ORDINAL, 0.6),
    Column("Lĩnh vực", width=4.2),
    Column("Số lượt ý kiến", ColumnKind.COUNT, 1.2),
    Column("Số vụ việc", ColumnKind.COUNT, 1.2),
    Column("Đã chuyển", ColumnKind.COUNT, 1.2),
    Column("Trong hạn", ColumnKind.COUNT, 1.2, group="Đang giải quyết"),
    Column("Quá hạn", ColumnKind.COUNT, 1.2, group="Đang giải quyết"),
    Column("Tỷ lệ giải quyết (%)", ColumnKind.PERCENT, 1.3),
)


def a_table(rows: int = 8, **changes: Any) -> Table:
    body = [
        Row((at + 1, SUBJECTS[at % 8], 310 - at, 120 - at % 90, 98 - at % 70, 12 + at % 9, 3 + at % 5, 81.25 - at % 40))
        for at in range(rows)
    ]
    total = Row((None, "Tổng cộng", 2403, 1021, 803, 101, 117, 72.5), RowKind.TOTAL, (None, None, "received"))
    return msgspec.structs.replace(
        Table("by_subject", "Kết quả theo lĩnh vực", COUNTS, (*body, total), numbered=True, note="Một ý kiến có thể thuộc nhiều vụ việc."),
        **changes,
    )  # fmt: skip


def an_overdue_table(rows: int = 300) -> Table:
    columns = (
        Column("STT", ColumnKind.ORDINAL, 0.6), Column("Mã", width=1.4), Column("Nội dung tóm tắt", width=4),
        Column("Địa bàn", width=2), Column("Cơ quan giải quyết", width=2.4), Column("Ngày chuyển", ColumnKind.DAY, 1.5),
        Column("Hạn", ColumnKind.DAY, 1.5), Column("Số ngày quá hạn", ColumnKind.COUNT, 1), Column("Đã đôn đốc", ColumnKind.COUNT, 1),
    )  # fmt: skip
    body: list[Row] = []
    for at in range(rows):
        if at % 60 == 0:
            body.append(Row((f"UBND xã {at // 60 + 1}",), RowKind.GROUP))
        summary = "Đường liên thôn hư hỏng nặng, mùa mưa học sinh không đi lại được" + (
            ", đã phản ánh nhiều lần" * (at % 4)
        )
        days = Day(date(2026, 7, 1) + timedelta(days=at % 60)), Day(date(2026, 8, 1) + timedelta(days=at % 60))
        body.append(
            Row(
                (at + 1, f"K7M2P{at % 10}XQ", summary, f"Xã Ea Súp {at % 30}", "UBND xã Ea Súp", *days, at % 60, at % 4)
            )
        )
    return Table("overdue", "", columns, tuple(body), numbered=True)


def charts() -> tuple[BarChart, ColumnChart, LineChart, PointMap]:
    return (
        BarChart(
            "chart_subjects", "Vụ việc theo lĩnh vực và tình trạng", "vụ việc", SUBJECTS,
            (Series("Đã giải quyết", (210, 180, 150, 122, 90, 60, 41, 20)), Series("Đang giải quyết", (60, 40, 55, 20, 22, 11, 9, 4)),
             Series("Quá hạn", (30, 12, 22, 9, 5, 3, 1, 0))),
        ),
        ColumnChart(
            "chart_periods", "Ý kiến tiếp nhận qua các kỳ", "lượt ý kiến", ("Quý III năm 2025", "Quý II năm 2026", "Quý III năm 2026"),
            (Series("Trợ lý trên Zalo, Telegram", (310, 1502, 1806)), Series("Trực tiếp", (520, 440, 412)), Series("Đơn, thư", (402, 198, 185))),
        ),
        LineChart(
            "chart_on_time", "Tỷ lệ trả lời đúng hạn", "%", MONTHS,
            (Series("Năm 2026", (61.0, 63.5, 60.2, 66.1, 70.0, 71.2, 69.8, 72.0, 75.5)),
             Series("Năm 2025", (None, None, None, None, None, None, 48.0, 51.3, 55.0))),
            percent=True,
        ),
        PointMap("map", "Vụ việc theo xã, phường", "số vụ việc", province_points("66"), "Phần quá hạn", note="Chấm xám: không có vụ việc."),
    )  # fmt: skip


def province_points(province: str) -> tuple[MapPoint, ...]:
    """Communes of a province at the centroids of the shipped list, with invented counts."""
    path = Path(__file__).parents[2] / "storage" / "data" / "units.json.gz"
    points = []
    communes = (row for row in json.loads(gzip.decompress(path.read_bytes()))["communes"] if row[3] == province)
    for at, (_, name, _, _, latitude, longitude, *_) in enumerate(communes):
        value = (at * 37) % 90 if at % 3 else 0
        points.append(MapPoint(latitude, longitude, name, value, value // 5))
    return tuple(points)


def cases(count: int) -> tuple[CaseRow, ...]:
    first = datetime(2026, 7, 1, 1, 30, tzinfo=UTC)
    rows = []
    for at in range(count):
        received = first + timedelta(minutes=7 * at % 130_000)
        rows.append(
            CaseRow(
                f"K{at:07d}", "Phản ánh", SUBJECTS[at % 8], f"{22000 + at % 102:05d}", f"Xã Ea Súp {at % 102}", "Thôn 3", "Mặt trận", "Zalo",
                1 + at % 5, 2 + at % 40, at % 50 == 0, "" if at % 50 == 0 else f"Đường liên thôn hư hỏng nặng, đoạn qua nhà văn hóa thôn {at}",
                "Đã chuyển cơ quan", received, received + timedelta(hours=5), received + timedelta(days=1), received + timedelta(days=2),
                "UBND xã", (received + timedelta(days=30)).date(), at % 3, received + timedelta(days=20) if at % 3 else None,
                received + timedelta(days=25) if at % 2 else None, None, received + timedelta(days=28) if at % 4 == 1 else None,
                "Đã giải quyết" if at % 4 == 1 else "", None, at % 9, "Hài lòng" if at % 4 == 1 else "",
            )
        )  # fmt: skip
    return tuple(rows)


def a_report(
    layout: Layout = Layout.FRONT, *, header: dict[str, Any] | None = None, overdue: int = 24, **changes: Any
) -> Report:
    """A quarterly report of a province (Front) or of a commune's Party committee."""
    front = layout is Layout.FRONT
    bars, columns, lines, points = charts()
    report = Report(
        key="tong-hop-66-2026-q3",
        layout=layout,
        header=FRONT_HEADER if front else PARTY_HEADER,
        period=PERIOD,
        sections=(
            Section("opening", "", (a_paragraph("opening_1", "Thực hiện Quy chế phối hợp, Ban Thường trực báo cáo như sau:"),)),
            Section("overview", "Tình hình tư tưởng, tâm trạng Nhân dân", (OVERVIEW, columns)),
            Section(
                "concerns",
                "Ý kiến, kiến nghị trên các lĩnh vực",
                (bars,),
                (
                    Section(
                        "land",
                        "Về đất đai, tài nguyên, môi trường",
                        (a_paragraph("land_1", "Có 240 vụ việc, tập trung tại các xã Ea Súp, Buôn Đôn; 31 người cùng kiến nghị về tái định cư từ tháng 3/2026, UBND xã chưa trả lời.", ),),
                        (
                            Section("land_a", "Vấn đề lặp lại", (a_paragraph("land_a_1", "Rác thải tại chợ Ea Súp.", item=True), a_paragraph("land_a_2", "Nước sạch thôn 5.", item=True))),
                            Section("land_b", "Vấn đề mới", (a_paragraph("land_b_1", "Sạt lở bờ suối Ea H'leo."),)),
                        ),
                    ),
                    Section("roads", "Về giao thông, đô thị", (a_paragraph("roads_1", "Đường liên thôn hư hỏng được 512 người phản ánh tại 14 xã."),)),
                ),
            ),
            Section("results", "Kết quả giải quyết và giám sát", (a_table(), lines, points)),
            Section(
                "proposals",
                "Kiến nghị, đề xuất",
                (a_paragraph("proposals_1", hint="Gợi ý: đề nghị UBND các xã trả lời dứt điểm 117 vụ việc quá hạn"),
                 a_paragraph("proposals_2", "Đề nghị Thường trực Tỉnh ủy chỉ đạo các cơ quan trả lời đúng hạn.")),
            ),
        ),
        signature=FRONT_SIGNATURE if front else PARTY_SIGNATURE,
        recipients=(
            Recipient("Thường trực Tỉnh ủy", "để báo cáo"), Recipient("Ban Thường trực UBTW MTTQ Việt Nam", "để báo cáo"),
            Recipient("Các tổ chức chính trị - xã hội tỉnh"),
        ),
        filing="VT, BTT" if front else "Văn phòng Đảng ủy",
        figures=FIGURES,
        annexes=(
            Annex("annex_overdue", "Danh mục vụ việc quá hạn", (an_overdue_table(overdue),), landscape=True),
            Annex("annex_subjects", "Biểu số liệu theo lĩnh vực", (a_table(30, id="by_subject_long", title=""),)),
        ),
        cases=cases(40),
    )  # fmt: skip
    if header:
        changes["header"] = msgspec.structs.replace(report.header, **header)
    return msgspec.structs.replace(report, **changes)
