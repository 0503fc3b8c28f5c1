"""Rules for deadlines as data: how long, counted how, from what, by which law or house rule, since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.codes import Code


class Deadline(Code):
    """Ids of the rules. `noi_bo_` are defaults of the house, which a unit may change; the others are law."""

    ACKNOWLEDGE = "noi_bo_xac_nhan"
    READ = "noi_bo_doc"
    FORWARD = "noi_bo_chuyen"
    TELL_FORWARDED = "noi_bo_bao_chuyen"
    AUTHORITY_ANSWER = "noi_bo_co_quan"
    CHECK_WITH_RESIDENT = "noi_bo_hoi_lai"

    RECEPTION_NOTICE = "tcd_thongbao"
    RECEPTION_FORWARD = "tcd_chuyen"
    RECEPTION_TELL_FORWARDER = "tcd_tra_coquanchuyen"
    RECEPTION_TELL_CITIZEN = "tcd_bao_congdan"
    RECEPTION_REFUSAL = "tcd_tuchoi"

    COMPLAINT_LIMITATION = "kn_thoihieu"
    COMPLAINT_ACCEPT = "kn_thuly"
    COMPLAINT_FIRST = "kn_lan1"
    COMPLAINT_FIRST_REMOTE = "kn_lan1_xa"
    COMPLAINT_CONTINUE = "kn_tieptuc"
    COMPLAINT_SECOND = "kn_lan2"
    COMPLAINT_SECOND_REMOTE = "kn_lan2_xa"
    COMPLAINT_DISCIPLINE = "kn_kyluat"
    COMPLAINT_TELL_FRONT = "kn_mttq_baoketqua"

    DENUNCIATION_FIRST_HANDLING = "tc_xuly_bandau"
    DENUNCIATION_FORWARD = "tc_chuyen"
    DENUNCIATION_RESOLVE = "tc_giaiquyet"
    DENUNCIATION_OVERDUE_REPORT = "tc_quahan"
    DENUNCIATION_TELL_FORWARDER = "tc_coquanchuyen"

    REGULATION_FORWARD = "pakn_chuyen"
    SUPERVISION_HEARING = "mttq_6thang"
    THIRD_QUARTER_HEARING = "quy3"

    DATA_FIRST_REPLY = "dlcn_tra_loi"
    DATA_WITHDRAW = "dlcn_rut"
    DATA_SHOW = "dlcn_xem"
    DATA_ERASE = "dlcn_xoa"


class Unit(Code):
    """How an amount is counted; `QUARTER` means "within that quarter of the year"."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    QUARTER = "quarter"


class CountsFrom(Code):
    """The event after which counting begins."""

    RECEIPT = "receipt"
    ACCEPTANCE = "acceptance"
    REFERRAL = "referral"
    ANSWER = "answer"
    RESULT = "result"
    DECISION = "decision"
    KNOWLEDGE = "knowledge"
    GROUNDS = "grounds"
    LIMIT_END = "limit_end"
    SECOND_DENUNCIATION = "second_denunciation"
    LAST_HEARING = "last_hearing"
    YEAR = "year"
    REQUEST = "request"


class Variant(Code):
    """Circumstances for which a law sets another amount."""

    COMPLEX = "complex"
    SPECIALLY_COMPLEX = "specially_complex"
    MANY_PLACES = "many_places"
    DISCIPLINE = "discipline"
    REMOTE = "remote"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: `amount` in `unit`, from the day after `counts_from`; `variants` are whole amounts."""

    id: Deadline
    amount: int
    unit: Unit
    counts_from: CountsFrom
    source: str
    at_once: bool = False
    variants: Mapping[Variant, int] = field(default_factory=dict)
    since: date = date.min

    @property
    def is_legal(self) -> bool:
        """Set by law; the others are house rules, which a unit may change."""
        return not self.id.startswith("noi_bo_")

    @property
    def pausable(self) -> bool:
        """Whether the clock stands while the resident is asked: only a house rule's does."""
        return not self.is_legal

    def when(self, variant: Variant) -> Rule:
        """
        Return the rule with the amount of a variant.

        Raises:
            KeyError: the law knows no such variant of this rule.
        """
        return replace(self, amount=self.variants[variant])

    def with_amount(self, amount: int) -> Rule:
        """
        Return a house rule as a unit has changed it.

        Raises:
            ValueError: the rule is law, or the amount is negative.
        """
        if self.is_legal or amount < 0:
            raise ValueError(f"the amount of {self.id} cannot be set to {amount}")
        return replace(self, amount=amount)


def rule_for(deadline: Deadline, on: date | None = None) -> Rule:
    """Return the rule in force on a day (its newest form when none is given)."""
    forms = _BY_ID[deadline]
    return next((form for form in forms if on is None or form.since <= on), forms[-1])


WD, D = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS
F, V, R = CountsFrom, Variant, Deadline

RULES: Final[tuple[Rule, ...]] = (
    # House defaults: no law gives a Front body a number of days for a chat message.
    Rule(R.ACKNOWLEDGE, 0, WD, F.RECEIPT, "house", at_once=True),
    Rule(R.READ, 1, WD, F.RECEIPT, "house"),
    Rule(R.FORWARD, 3, WD, F.RECEIPT, "house"),
    Rule(R.TELL_FORWARDED, 0, WD, F.REFERRAL, "house", at_once=True),
    Rule(R.AUTHORITY_ANSWER, 10, WD, F.REFERRAL, "house"),
    Rule(R.CHECK_WITH_RESIDENT, 2, WD, F.ANSWER, "house"),
    # Reception of citizens.
    Rule(R.RECEPTION_NOTICE, 10, WD, F.RECEIPT, "Luật Tiếp công dân 42/2013 Điều 28"),
    Rule(R.RECEPTION_FORWARD, 10, WD, F.RECEIPT, "Luật Tiếp công dân 42/2013 Điều 26", at_once=True),
    Rule(R.RECEPTION_TELL_FORWARDER, 7, WD, F.RESULT, "Luật Tiếp công dân 42/2013 Điều 27(2)"),
    Rule(R.RECEPTION_TELL_CITIZEN, 5, WD, F.RESULT, "Luật Tiếp công dân 42/2013 Điều 28"),
    Rule(R.RECEPTION_REFUSAL, 3, WD, F.GROUNDS, "NĐ 154/2026 Điều 4(3)"),
    # Complaints.
    Rule(
        R.COMPLAINT_LIMITATION,
        90,
        D,
        F.KNOWLEDGE,
        "Luật Khiếu nại 02/2011 Điều 9, 48",
        variants={V.DISCIPLINE: 15},
    ),
    Rule(
        R.COMPLAINT_ACCEPT,
        7,
        WD,
        F.RECEIPT,
        "NĐ 155/2026; Luật Khiếu nại Điều 27, 36",
        since=date(2026, 7, 1),
    ),
    Rule(R.COMPLAINT_ACCEPT, 10, D, F.RECEIPT, "Luật Khiếu nại 02/2011 Điều 27, 36"),
    Rule(R.COMPLAINT_FIRST, 30, D, F.ACCEPTANCE, "Luật Khiếu nại 02/2011 Điều 28", variants={V.COMPLEX: 45}),
    Rule(
        R.COMPLAINT_FIRST_REMOTE,
        45,
        D,
        F.ACCEPTANCE,
        "Luật Khiếu nại 02/2011 Điều 28",
        variants={V.COMPLEX: 60},
    ),
    Rule(R.COMPLAINT_CONTINUE, 30, D, F.LIMIT_END, "Luật Khiếu nại 02/2011 Điều 33", variants={V.REMOTE: 45}),
    Rule(R.COMPLAINT_SECOND, 45, D, F.ACCEPTANCE, "Luật Khiếu nại 02/2011 Điều 37", variants={V.COMPLEX: 60}),
    Rule(
        R.COMPLAINT_SECOND_REMOTE,
        60,
        D,
        F.ACCEPTANCE,
        "Luật Khiếu nại 02/2011 Điều 37",
        variants={V.COMPLEX: 70},
    ),
    Rule(
        R.COMPLAINT_DISCIPLINE,
        30,
        D,
        F.ACCEPTANCE,
        "Luật Khiếu nại 02/2011 Điều 50",
        variants={V.COMPLEX: 45},
    ),
    Rule(R.COMPLAINT_TELL_FRONT, 7, D, F.DECISION, "Luật Khiếu nại 02/2011 Điều 66"),
    # Denunciations.
    Rule(
        R.DENUNCIATION_FIRST_HANDLING,
        7,
        WD,
        F.RECEIPT,
        "Luật Tố cáo 25/2018 Điều 24",
        variants={V.MANY_PLACES: 10},
    ),
    Rule(R.DENUNCIATION_FORWARD, 5, WD, F.RECEIPT, "Luật Tố cáo 25/2018 Điều 24"),
    Rule(
        R.DENUNCIATION_RESOLVE,
        30,
        D,
        F.ACCEPTANCE,
        "Luật Tố cáo 25/2018 Điều 30",
        variants={V.COMPLEX: 60, V.SPECIALLY_COMPLEX: 90},
    ),
    Rule(R.DENUNCIATION_OVERDUE_REPORT, 5, WD, F.SECOND_DENUNCIATION, "Luật Tố cáo 25/2018 Điều 38"),
    Rule(R.DENUNCIATION_TELL_FORWARDER, 20, D, F.RECEIPT, "Luật Tố cáo 25/2018 Điều 26"),
    # Administrative regulations, and hearings of the Front.
    Rule(R.REGULATION_FORWARD, 5, WD, F.RECEIPT, "NĐ 20/2008, 48/2013, 92/2017"),
    Rule(R.SUPERVISION_HEARING, 6, Unit.MONTHS, F.LAST_HEARING, "Luật MTTQ Việt Nam 75/2015 Điều 30"),
    Rule(R.THIRD_QUARTER_HEARING, 3, Unit.QUARTER, F.YEAR, "Nghị quyết 04-NQ/TU (Nghệ An), 2021"),
    # Rights over personal data.
    Rule(R.DATA_FIRST_REPLY, 2, WD, F.REQUEST, "NĐ 356/2025 Điều 5"),
    Rule(R.DATA_WITHDRAW, 15, D, F.REQUEST, "NĐ 356/2025 Điều 5", variants={V.THIRD_PARTY: 20}),
    Rule(R.DATA_SHOW, 10, D, F.REQUEST, "NĐ 356/2025 Điều 5"),
    Rule(R.DATA_ERASE, 20, D, F.REQUEST, "NĐ 356/2025 Điều 5"),
)
"""All rules; of several forms, the newest first. Source: domain reference §§3.3, 7.2 (read 2026-11)."""

_BY_ID: Final[Mapping[Deadline, tuple[Rule, ...]]] = MappingProxyType(
    {deadline: tuple(rule for rule in RULES if rule.id is deadline) for deadline in Deadline}
)
