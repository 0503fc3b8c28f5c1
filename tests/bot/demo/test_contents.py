from __future__ import annotations

import itertools
from collections import Counter
from datetime import timedelta

import pytest

from actions.cases.access import handles
from actions.cases.duedate import SetByHand, due_date_of
from actions.cases.opening import FILED
from bot.demo import summary
from domain.calendar import LOCAL, end_of_day, local_date, start_of_day
from domain.deadlines import due
from domain.kinds import Kind, Organisation, Rating
from domain.life import Outcome, State, Step, states_after
from domain.roles import GRANTABLE, Role
from domain.rules import Deadline, rule_for
from domain.subjects import Subject
from matching.duplicates import Report
from matching.text import fold
from storage import officers, schema, similar, worklist
from tests.support.demo import CALENDAR, NO_STEP, NOW, YESTERDAY, rows, stories

# --- What is in it


pytestmark = pytest.mark.slow  # loading the demo takes some seconds


async def test_hundreds_of_petitions_lie_in_ten_communes_of_two_provinces(demo):
    async with demo.read() as db:
        counts = await summary.counts(db, now=NOW)

    assert 300 <= counts.petitions <= 500
    assert (counts.communes, counts.provinces) == (10, 2)


async def test_every_state_and_every_outcome_is_there(demo):
    found = await rows(demo, schema.case_file)

    assert {row.state for row in found} == set(State)
    assert {row.outcome for row in found if row.outcome} == set(Outcome)
    assert all((row.outcome is not None) == (row.state == State.CLOSED) for row in found)


async def test_every_kind_organisation_origin_and_rating_is_there(demo):
    petitions, ratings = await rows(demo, schema.petition), await rows(demo, schema.rating)

    assert {row.kind for row in petitions} == set(Kind)
    assert {row.organisation for row in petitions} == set(Organisation)
    assert {row.origin for row in petitions} == {"zalo_oa", "zalo_bot", "webchat", "telegram", "walk_in"}
    assert {row.score for row in ratings} == set(Rating)


async def test_every_step_that_can_be_taken_was_taken_by_somebody(demo):
    taken = {row.step for row in await rows(demo, schema.case_event)} - NO_STEP

    assert taken == set(Step)


async def test_every_organisation_handles_cases_and_a_commune_without_officers_is_handled_by_the_province(demo):
    found = await rows(demo, schema.case_file)

    assert {row.handler_organisation for row in found} == set(Organisation)
    assert {row.handler_unit_code for row in found if row.commune_code == "17464"} == {"40"}


async def test_repeats_share_a_case_and_recurrences_name_the_closed_one(demo):
    found = {row.id: row for row in await rows(demo, schema.case_file)}
    links = Counter(row.case_id for row in await rows(demo, schema.case_petition) if row.left_at is None)
    back = [row for row in found.values() if row.recurrence_of_id]

    assert max(links.values()) >= 5
    assert len(back) == 5
    assert all(found[row.recurrence_of_id].closed_at < row.opened_at for row in back)


async def test_some_open_cases_are_overdue_some_referrals_too_and_some_wait_for_their_resident(demo):
    open_cases = [row for row in await rows(demo, schema.case_file) if row.state != State.CLOSED]
    referrals = await rows(demo, schema.referral)

    assert 15 <= sum(row.due_at <= NOW and row.paused_at is None for row in open_cases) < len(open_cases) / 2
    assert any(row.answered_at is None and row.due_at <= NOW and row.reminded for row in referrals)
    assert any(row.answered_at is not None for row in referrals)
    assert any(row.paused_at is not None for row in open_cases)
    assert any(row.reopened for row in open_cases)


async def test_every_row_says_that_it_is_of_the_demo(demo):
    found = [*await rows(demo, schema.petition), *await rows(demo, schema.case_file), *await rows(demo, schema.officer)]

    assert all(row.demo for row in found)


async def test_thanks_have_no_case_and_everything_else_has_one(demo):
    linked = {row.petition_id for row in await rows(demo, schema.case_petition)}
    petitions = await rows(demo, schema.petition)

    assert {row.id for row in petitions if row.kind == Kind.THANKS}.isdisjoint(linked)
    assert {row.id for row in petitions if row.kind != Kind.THANKS} == linked


async def test_every_role_is_somebody_s_and_every_officer_s_name_says_that_nobody_is_called_so(demo):
    found = await rows(demo, schema.officer)

    assert {role for row in found for role in row.roles} == set(GRANTABLE) - {Role.ADMINISTRATOR}
    assert all(row.name.endswith(" (mẫu)") and row.demo for row in found)
    assert len({row.name for row in found}) == len(found)


# --- How it hangs together


async def test_the_state_of_every_case_is_where_its_story_leads(demo):
    for case, events in await stories(demo):
        # Whoever joins a case or leaves it to the others writes a line that moves nothing.
        moves = [
            e
            for e in events
            if e.step not in NO_STEP and not (e.before == e.after and e.step in {"supply", "withdraw"})
        ]

        assert states_after(State.RECEIVED, [Step(e.step) for e in moves]) is case.state, case.id


async def test_every_line_begins_where_the_one_before_ended_and_none_lies_in_the_future(demo):
    for case, events in await stories(demo):
        assert events[0].step == FILED
        for earlier, later in itertools.pairwise(events):
            assert (earlier.after, earlier.at <= later.at) == (later.before, True), case.id
        assert events[-1].at < end_of_day(YESTERDAY)


async def test_petitions_are_filed_within_three_months_and_numbered_as_they_came(demo):
    filed = [row.filed_at for row in await rows(demo, schema.petition)]

    assert filed == sorted(filed)
    assert start_of_day(YESTERDAY - timedelta(days=93)) <= filed[0] < start_of_day(YESTERDAY - timedelta(days=80))
    assert filed[-1] < end_of_day(YESTERDAY)


async def test_every_due_date_is_what_its_rule_gives(demo):
    explained = 0
    for case, events in await stories(demo):
        found = due_date_of(case, events, CALENDAR, NOW)
        if case.state is State.CLOSED:
            assert found is None
        elif isinstance(found, SetByHand):
            assert case.due_at == end_of_day(found.day)
        elif case.paused_at is None:
            assert found is not None
            assert (case.due_at, case.due_rule) == (found.at, found.rule), case.id
            explained += 1

    assert explained > 80


async def test_what_nobody_has_read_is_due_within_a_working_day(demo):
    for case, _ in await stories(demo):
        if case.state is State.RECEIVED:
            day = CALENDAR.add_working_days(local_date(case.opened_at), 1)
            assert (case.due_rule, case.due_at) == (Deadline.READ, end_of_day(day))


async def test_an_authority_has_the_time_that_the_rule_gives_or_the_day_that_the_officer_named(demo):
    by_rule = 0
    referrals = await rows(demo, schema.referral)
    for case, events in await stories(demo):
        sent = [event for event in events if event.step == Step.REFER]
        extended = any(event.step == Step.EXTEND for event in events)
        for event, row in zip(sent, [row for row in referrals if row.case_id == case.id], strict=True):
            given = due(rule_for(Deadline(row.due_rule)), row.sent_at, CALENDAR).at
            if not (event.data["by_hand"] or extended):
                assert row.due_at == given
                by_rule += 1

    assert by_rule > 100


async def test_officers_act_in_office_hours_on_working_days(demo):
    for _, events in await stories(demo):
        for event in events:
            if event.officer_id is not None:
                local = event.at.astimezone(LOCAL)
                assert (CALENDAR.is_working_day(local.date()), 7 <= local.hour < 17) == (True, True), event


# --- Nobody is told, nothing leaks


async def test_nobody_is_written_to_and_nobody_has_a_chat(demo):
    assert await rows(demo, schema.outbox) == []
    assert await rows(demo, schema.conversation) == []
    assert {row.conversation_id for row in await rows(demo, schema.petition)} == {None}


async def test_confidential_cases_are_listed_to_their_handlers_alone(demo):
    confidential = {case.id for case, _ in await stories(demo) if case.confidential}
    listed = set()
    async with demo.read() as db:
        for account in await rows(demo, schema.officer):
            actor = await officers.actor_of(db, account.id)
            for reach in worklist.Reach:
                page = await worklist.page(db, actor, reach, worklist.Pile.ALL, now=NOW, offset=0, limit=1_000)
                shown = [case for case in page if case.confidential]
                assert all(handles(case, actor) for case in shown)
                listed |= {case.id for case in shown}

    assert listed <= confidential
    assert len(confidential) >= 10


async def test_complaints_denunciations_and_conduct_of_officials_are_confidential(demo):
    for row in [*await rows(demo, schema.petition), *await rows(demo, schema.case_file)]:
        guarded = row.kind in {Kind.COMPLAINT, Kind.DENUNCIATION} or row.subject == Subject.OFFICIALS

        assert row.confidential or not guarded


async def test_a_resident_is_never_shown_a_confidential_case_as_a_likely_repeat(demo):
    confidential = {case.id for case, _ in await stories(demo) if case.confidential}
    async with demo.read() as db:
        for row in [row for row in await rows(demo, schema.petition) if row.confidential]:
            report = Report("new", row.text, row.commune_code, row.province_code, NOW, row.subject)
            found = await similar.likely_repeats(db, report, limit=5)
            assert {one.case_id for one in found}.isdisjoint(confidential)


async def test_the_accused_leader_s_commune_does_not_handle_the_denunciation(demo):
    about_leaders = [case for case, _ in await stories(demo) if "nhan tien" in fold(case.title)]

    assert about_leaders
    assert all(case.handler.unit.code == case.province for case in about_leaders)


async def test_phone_numbers_are_numbers_that_nobody_has(demo):
    phones = {row.sender_phone for row in await rows(demo, schema.petition) if row.sender_phone}

    assert phones
    assert all(phone.startswith("01") and len(phone) == 10 for phone in phones)
