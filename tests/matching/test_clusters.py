"""Groups of a province's reports: repeats, returns and what is spread, without chains."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from matching.duplicates import Report, prepare
from matching.duplicates.clusters import Filed, Group, GroupKind, groups

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
LAMP = "Đèn đường ngõ 12 thôn Hạ Lang hỏng cả tháng nay, tối đi không thấy gì"
LAMP_AGAIN = "den duong ngo 12 thon Ha Lang van hong, toi om khong thay gi"
NOISE = (
    "Loa karaoke nhà hàng xóm kéo tới khuya, nhà có người già bệnh",
    "Rác đổ đầu chợ Đình ba ngày không ai dọn, hôi lắm",
    "Xin hỏi chế độ điều dưỡng của thương binh",
    "Cầu tre qua kênh Bảy gãy một nhịp, học sinh đi nguy hiểm",
    "Giá điện tháng này tính sai, gấp đôi tháng trước",
)


def filed(
    id: str, text: str, *, case: str = "", commune: str = "19867", day: int = 0, closed: int | None = None
) -> Filed:
    report = Report(id, text, commune, "46", NOW + timedelta(days=day))
    return Filed(prepare(report), case or id, NOW + timedelta(days=closed) if closed is not None else None)


def noise() -> list[Filed]:
    return [filed(f"n{number}", text, day=-9) for number, text in enumerate(NOISE)]


def found(*reports: Filed) -> list[tuple[GroupKind, tuple[str, ...]]]:
    return [(group.kind, group.members) for group in groups([*noise(), *reports])]


def test_repeats_in_several_cases_are_a_group() -> None:
    assert found(filed("a", LAMP), filed("b", LAMP_AGAIN, day=2)) == [(GroupKind.UNMERGED, ("a", "b"))]


def test_repeats_that_one_case_holds_need_nobody() -> None:
    assert found(filed("a", LAMP, case="1"), filed("b", LAMP_AGAIN, case="1", day=2)) == []


def test_a_report_after_the_fix_is_a_return() -> None:
    assert found(filed("a", LAMP, closed=3), filed("b", LAMP_AGAIN, day=5)) == [(GroupKind.RECURRENCE, ("a", "b"))]


def test_who_says_that_it_is_fixed_repeats_nothing() -> None:
    thanks = "Đèn đường ngõ 12 thôn Hạ Lang đã sửa xong, xin cảm ơn"

    assert found(filed("a", LAMP), filed("b", thanks, day=2)) == []


def test_another_alley_is_another_problem() -> None:
    assert found(filed("a", LAMP), filed("b", LAMP.replace("12", "47"), day=2)) == []


def test_one_trouble_in_three_communes_is_spread_and_stands_in_three_cases() -> None:
    text = "Nước máy {} đục ngầu có mùi tanh, không dùng được"
    reports = [
        filed(code, text.format(place), commune=code, day=day)
        for day, (code, place) in enumerate((("19867", "thôn Hạ"), ("20014", "tổ 5"), ("19753", "xóm Chùa")))
    ]

    assert found(*reports) == [(GroupKind.SPREAD, ("19867", "20014", "19753"))]


def test_a_chain_of_half_likenesses_is_no_group() -> None:
    reports = [filed(str(number), text) for number, text in enumerate(NOISE)]
    near = {frozenset(pair) for pair in (("0", "1"), ("1", "2"), ("2", "3"), ("3", "4"))}
    model = Scores(dict.fromkeys(near, 0.99))

    members = [group.members for group in model.groups(reports)]

    assert max(map(len, members), default=0) <= 2


def test_the_same_reports_in_another_order_give_the_same_groups() -> None:
    reports = [*noise(), filed("a", LAMP), filed("b", LAMP_AGAIN, day=2)]

    assert groups(reports) == groups(reversed(reports))


def test_progress_counts_every_report() -> None:
    told: list[int] = []
    reports = [*noise(), filed("a", LAMP), filed("t", "Cảm ơn Mặt trận, cống đã thông")]

    groups(reports, progress=told.append)

    assert sum(told) == len(reports)


class Scores:
    """Groups by scores that a test sets, pair by pair."""

    def __init__(self, scores: dict[frozenset[str], float]) -> None:
        self.scores = scores

    def groups(self, reports: list[Filed]) -> list[Group]:
        from matching.duplicates import clusters
        from matching.duplicates.model import shipped_model

        prepared = [one.prepared for one in reports]
        rarity = clusters._counted(prepared)
        tied = clusters._tied(
            prepared,
            rarity,
            lambda new, old: self.scores.get(frozenset((new.report.id, old.report.id)), 0.0),
            shipped_model(),
            lambda _: None,
        )
        return [Group(GroupKind.UNMERGED, tuple(one.report.id for one in members), score) for members, score in tied]
