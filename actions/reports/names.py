"""What bodies, units, subjects, offices are called in a report. Reports are written in Vietnamese."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from domain.authorities import Authority
from domain.codes import text_key
from domain.kinds import Kind, Organisation
from domain.subjects import Subject
from domain.units import CENTRE, PROVINCE_CODE_DIGITS
from storage.report_rows import UnitFact
from texts import LANGUAGES, has, say

REPORT_LANGUAGE: Final = LANGUAGES[0]
"""Official documents are in Vietnamese, whatever language their officer reads."""

_OF_PROVINCE: Final = frozenset({"ubnd_tinh", "chu_tich_ubnd_tinh", "thanh_tra_tinh", "cong_an_tinh"})
_PLACED: Final = _OF_PROVINCE | {
    "phong_kinh_te",
    "phong_van_hoa_xa_hoi",
    "van_phong_hdnd_ubnd",
    "trung_tam_pvhcc",
    "ubnd_xa",
    "chu_tich_ubnd_xa",
    "cong_an_xa",
    "ban_chqs_xa",
    "dang_uy_xa",
    "tram_y_te",
}
"""Offices of which each unit has one, called by the unit's name."""

_MARK: Final = "\ue003"
"""A private-use character where a name comes in: no name holds it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of units by code, for one report: those in its reach, and its province."""

    units: Mapping[str, UnitFact]
    home: str = ""
    """The commune that all of the report is about; '' where it is about several."""
    province: str = field(init=False)
    """The only province among the units, as it stands inside a sentence; '' when there are several."""

    def __post_init__(self) -> None:
        found = [code for code in self.units if is_province(code)]
        object.__setattr__(self, "province", self.unit(found[0]) if len(found) == 1 else "")

    def authority(self, code_or_name: str, commune: str = "") -> str:
        """
        Return an office by its code, or as the officer named it.

        With the commune whose cases it has, the usual offices of a commune are those of this one: 'UBND xã Quảng Điền'.
        """
        key = text_key("report-authority", code_or_name)
        commune = commune or self.home
        place = self.province if code_or_name in _OF_PROVINCE else self.unit(commune) if commune in self.units else ""
        if not place or code_or_name not in _PLACED:
            return authority_name(code_or_name)
        return say(key, REPORT_LANGUAGE, {"place": place, "type": self.type(commune)})

    def unit(self, code: str) -> str:
        """Return a unit as it stands inside a sentence: 'xã Quảng Điền'."""
        if code == CENTRE:
            return say("report-everywhere", REPORT_LANGUAGE)
        found = self.units.get(code)
        if found is None:
            return code
        before, after = _unit_words(found.type)
        return f"{before}{found.name}{after}"

    def plain(self, code: str) -> str:
        """Return a unit's name without its type: the place of a document."""
        found = self.units.get(code)
        return found.name if found else ""

    def type(self, code: str) -> str:
        """Return the code of a unit's type, '' for one that is not there."""
        found = self.units.get(code)
        return found.type if found else ""

    def value(self, by: str, value: str) -> str:
        """Return what one value of a breakdown is called."""
        match by:
            case "subject":
                return subject_name(value)
            case "kind":
                return _kind_name(value)
            case "organisation":
                return organisation_name(value)
            case "unit":
                return self.unit(value)
            case "channel":
                key = text_key("report-channel", value)
                return say(key, REPORT_LANGUAGE) if has(key, REPORT_LANGUAGE) else value
            case "authority":
                return self.authority(value)
            case "unit_subject":
                unit, _, subject = value.partition(":")
                return f"{self.unit(unit)}, {subject_name(subject)}"
            case _:
                return value


@functools.cache
def _unit_words(kind: str) -> tuple[str, str]:
    """Return what stands before and after a unit's name: worded once a type, thousands of figures name units."""
    before, _, after = say("report-unit", REPORT_LANGUAGE, {"type": kind, "name": _MARK}).partition(_MARK)
    return before, after


@functools.cache
def subject_name(code: str) -> str:
    """Return a subject in full."""
    return say(text_key("subject", code), REPORT_LANGUAGE) if code in set(Subject) else code


@functools.cache
def short_subject(code: str) -> str:
    """Return a subject in a word or two, for charts and narrow columns."""
    return say(text_key("subject-short", code), REPORT_LANGUAGE) if code in set(Subject) else code


@functools.cache
def organisation_name(code: str) -> str:
    """Return an organisation in full."""
    return say(text_key("organisation-full", code), REPORT_LANGUAGE) if code in set(Organisation) else code


@functools.cache
def authority_name(code_or_name: str) -> str:
    """Return an office by its code, or as the officer named it."""
    if code_or_name in set(Authority):
        return say(Authority(code_or_name).text_key, REPORT_LANGUAGE)
    return code_or_name


def is_province(code: str) -> bool:
    """Tell whether a code is a province's."""
    return len(code) == PROVINCE_CODE_DIGITS and code != CENTRE


def joined(parts: Sequence[str]) -> str:
    """Return parts as a list in a sentence."""
    return "; ".join(parts)


@functools.cache
def _kind_name(code: str) -> str:
    return say(text_key("kind-short", code), REPORT_LANGUAGE) if code in set(Kind) else code
