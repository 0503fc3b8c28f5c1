"""What each form may be told before it is read: values made by hand, for walks without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from conversation.messages import words
from domain.authorities import Authority
from domain.kinds import Kind, Organisation, Rating
from domain.life import CLOSINGS, State
from domain.offices import Office
from domain.reporting import ReportKind, usual_rule
from domain.roles import Role, Scope
from domain.routing import Accused, Body
from domain.rules import Deadline
from domain.subjects import Subject
from handlers import submit
from handlers.officer.amending import AmendFacts
from handlers.officer.asking import Facts, Held
from handlers.officer.assigning import AssignFacts, MergeFacts
from handlers.officer.closing import DeclineFacts
from handlers.officer.offices import OfficeFacts, body_named
from handlers.officer.referring import ReferFacts, ReferralFacts
from handlers.officer.talking import CorrectFacts
from handlers.report_calendar import LineFacts
from handlers.report_heads import PIECES, HeadFacts
from handlers.reports.sending import SendingFacts
from handlers.resident.following import FollowFacts
from handlers.resident.followup import QuestionFacts, RateFacts
from handlers.resident.meet import CallFacts
from handlers.resident.more import MoreFacts
from handlers.resident.track import CodeFacts
from handlers.scopes import ScopeFacts
from storage.accounts import Account
from storage.cases import Case, Event, Referral
from tests.actions.world import CALENDAR, COMMUNE, MONDAY
from tests.support.talk import gazetteer

CODE = CodeFacts("ABCD2345")
SENDING = SendingFacts("7", MONDAY.date())


def a_case(state: State) -> Case:
    body = Body(COMMUNE, Organisation.FRONT)
    return Case(
        id=1, code="ABCD2345", version=3, owner=body, handler=body, commune=COMMUNE.code, province="46",
        subject=Subject.UTILITIES, kind=Kind.OBSERVATION, place="ngõ 12", title="Đèn", state=state, outcome=None,
        reopened=0, confidential=False, danger=False, officer_id=None, opened_at=MONDAY, read_at=None, due_at=MONDAY,
        due_rule=Deadline.READ, paused_at=None, paused_days=0, closed_at=None, changed_at=MONDAY, merged_into_id=None,
        recurrence_of_id=None,
    )  # fmt: skip


def draw(count: int) -> bytes:
    return b"\0" * count


def a_look(state: State = State.CHECKING, *, petitions: int = 2, changed: bool = False) -> Facts:
    """Return the facts of an officer's form; `changed` by somebody else since the form began."""
    held = (Held(1, "ABCD2345"), Held(2, "EFGH6789"))[:petitions]
    changes = (words("officer-history-head", code="ABCD-2345"),) if changed else ()
    return Facts(a_case(state), changes, held, petitions, MONDAY, CALENDAR, draw)


LOOKS = (a_look(), a_look(petitions=1), a_look(changed=True))
EVENT = Event(9, MONDAY, "reply", None, 1, "Lan", None, State.ACCEPTED, State.ACCEPTED, {"text": "Sửa"}, told=True)
ACCOUNT = Account(2, "Minh", (Role.OFFICER,), (), 450, "line", None, MONDAY)
REFERRAL = Referral(4, 1, Authority.ECONOMY_OFFICE, "Phòng", MONDAY, MONDAY, "noi_bo_co_quan", 0, None, None, None)
BODY = Body(COMMUNE, Organisation.WOMEN)


def a_resident(**changes: Any) -> submit.Facts:
    values: dict[str, Any] = {
        "consented": False, "sender_name": "An", "person_key": "7", "now": MONDAY, "gazetteer": gazetteer(),
        "text_max": 4_000, "files_max": 10,
    }  # fmt: skip
    return submit.Facts(**{**values, **changes})


def an_office(known: Office) -> OfficeFacts:
    return OfficeFacts(body_named(gazetteer(), COMMUNE.code, Organisation.FRONT), known)


def facts_of(name: str) -> tuple[Any, ...]:
    """
    Return what the form of this name may be told, in several variants.

    Raises:
        KeyError: the form is new: give it facts here.
    """
    special: dict[str, tuple[Any, ...]] = {
        "submit": (
            a_resident(),
            a_resident(consented=True, unit=COMMUNE.code, organisation=Organisation.WOMEN),
            a_resident(province="46", sender_name=""),
        ),
        "answer": (QuestionFacts("ABCD2345", 1, "Nhà số mấy ạ?"),),
        "link": ({"code": "ABCD2345", "channel": "telegram"},),
        "email-code": ({"address": "lan@example.vn"},),
        "rate": (RateFacts("ABCD2345", Rating.SATISFIED),),
        "follow": (FollowFacts(gazetteer()), FollowFacts(gazetteer(), COMMUNE.code)),
        "follow-wide": (FollowFacts(gazetteer(), "46"),),
        "report-return": ("7.3",),
        "add-officer": (gazetteer(),),
        "scope-whom": (None,),
        "scope": (
            ScopeFacts(3, "Lan", (Scope(COMMUNE.code, Organisation.FRONT),), gazetteer()),
            ScopeFacts(3, "Lan", (Scope(), Scope("46", Organisation.WOMEN)), gazetteer()),
        ),
        "more": (MoreFacts("ABCD2345"), MoreFacts("ABCD2345", (1,), (16.5, 107.5)), MoreFacts("ABCD2345", way="reopen")),
        "report-draft-reason": ("4",),
        "report-number": (SENDING, replace(SENDING, next_number=7)),
        "report-email": (SENDING, replace(SENDING, known=("lan@example.vn",))),
        **dict.fromkeys(("report-link", "report-paper"), (SENDING,)),
        "report-correct": ("7",),
        "report-whose": ("report-calendar", "report-head"),
        "report-line": tuple(
            LineFacts("19867-mttq-quy", usual_rule(kind), words("body-of-unit"), date(2026, 11, 22))
            for kind in ReportKind
        ),
        "report-head": tuple(HeadFacts("19867-mttq", piece, words("body-of-unit")) for piece in PIECES),
        "call-back": (CallFacts(None, ""), CallFacts(COMMUNE.code, "")),
        "office": (an_office(Office()), an_office(Office("12 Trần Phú", "113", "7:30"))),
        "officer-correct": tuple(CorrectFacts(look, (EVENT,)) for look in LOOKS),
        "officer-amend": tuple(AmendFacts(look, outcome, "Đã thay bóng") for look in LOOKS for outcome in CLOSINGS),
        "officer-decline": (DeclineFacts(a_look(), ""), DeclineFacts(a_look(), "ngoài phạm vi")),
        "officer-reassign": (AssignFacts(a_look(), (ACCOUNT,), (BODY,), gazetteer()),),
        "officer-merge": (MergeFacts(a_look(), ((a_case(State.ACCEPTED), words("officer-outcome-filed")),)), MergeFacts(a_look(), ())),
        "officer-refer": tuple(ReferFacts(look, accused, gazetteer()) for look in LOOKS for accused in Accused),
        "officer-remind": tuple(ReferralFacts(a_look(), (REFERRAL,) * count) for count in (0, 1, 2)),
        "officer-answer": tuple(ReferralFacts(a_look(), (REFERRAL,) * count) for count in (0, 1, 2)),
        **dict.fromkeys(("unlock", "add", "dispute", "reopen", "withdraw", "leave"), (CODE,)),
        **dict.fromkeys(
            ("track", "erase", "officer-invitation", "officer-find", "office-whose", "digest-hour", "week-time"), (None,)
        ),
        **dict.fromkeys(
            (
                "officer-reply", "officer-ask", "officer-note", "officer-extend", "officer-hand-back",
                "officer-close", "officer-propose-decline", "officer-reopen", "officer-supply", "officer-confirm",
                "officer-dispute", "officer-withdraw", "officer-classify", "officer-recuse", "officer-split",
                "officer-unmerge",
            ),
            LOOKS,
        ),
    }  # fmt: skip
    return special[name]
