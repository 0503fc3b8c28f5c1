"""The cheap look: which stored reports deserve a full comparison, by what they tell beyond rare words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from matching.duplicates import Prepared, Report, prepare
from matching.duplicates.look import KINDS, marks_of, nearness_by_quarter, shipped_look, worth
from matching.duplicates.postings import asked, hashed, posted, traits
from matching.duplicates.window import Trace, Window

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


def a_report(text: str, number: int = 0, *, days: float = 0) -> Prepared:
    return prepare(Report(str(number), text, "19867", "46", NOW - timedelta(days=days)))


def a_trace(prepared: Prepared) -> Trace:
    return Trace(int(prepared.report.id), round(prepared.report.at.timestamp() * 1000), traits(prepared))


def likely(new: str, old: list[Prepared]) -> list[int]:
    window = Window(map(a_trace, old))
    return window.likely(a_report(new), window.traces, len(old))


def test_every_kind_has_a_learnt_weight_and_only_another_number_speaks_against() -> None:
    assert [kind for kind in KINDS if shipped_look()[kind] < 0] == ["numbered"]


def test_the_marks_name_scenes_the_main_one_and_numbered_kinds() -> None:
    marks = marks_of(a_report("Chó thả rông ở hẻm 12 cắn người"))

    assert (f"~!{marks[0][1:]}" in marks, marks[-1], marks[0][0]) == (True, "|alley", "~")


def test_two_wordings_of_one_scene_are_looked_at_before_one_that_shares_a_word() -> None:
    same = a_report("Đống rác bốc mùi", 1)
    other = a_report("Xe tải chạy đêm, bao giờ mới hết", 2)

    assert likely("Ruồi nhặng bu đầy bao ni lông", [other, same])[0] == 1


def test_another_number_of_the_same_kind_of_place_counts_against() -> None:
    new = a_report("đèn đường hẻm 12 hỏng")
    window = Window([a_trace(a_report("đèn đường hẻm 45 hỏng", 1))])

    assert worth(new, window.rarity)["|alley"] < 0


def test_a_scene_is_posted_and_asked_for() -> None:
    prepared = a_report("Chó thả rông cắn người")
    scene = hashed(marks_of(prepared)[0])

    assert (scene in posted(prepared), scene in asked(prepared, dict.fromkeys(prepared.keys, 1.0))) == (True, True)


def test_what_came_lately_is_nearer_and_a_year_is_covered() -> None:
    near = nearness_by_quarter()

    assert (near[0] > near[4] > near[400], len(near) > 4 * 366) == (True, True)


def test_the_traits_of_a_very_long_text_are_the_same_in_every_process() -> None:
    text = " ".join(
        f"{one}{two}" for one in "bcdghklmnt" for two in ("an", "eo", "im", "ong", "uy", "at", "ec", "ip") * 6
    )

    assert traits(a_report(text)) == traits(a_report(text))
    assert len(traits(a_report(text))) <= 4 * 240
