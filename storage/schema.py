"""All tables. Reached only through the query modules beside this one; migrations are in `storage/migrations`."""

from __future__ import annotations

from storage.tables.base import CODE, metadata
from storage.tables.cases import call_back, case_event, case_file, case_petition, petition, rating, referral
from storage.tables.channels import (
    channel_health,
    channel_usage,
    chat_link,
    chat_window,
    lease,
    link_code,
    oauth_consent,
    oauth_pair,
    upload_id,
)
from storage.tables.daily import absence, digest_snooze
from storage.tables.duplicates import case_pair, petition_posting, petition_reading, petition_trace
from storage.tables.following import follow, weekly_choice, weekly_digest
from storage.tables.house import audit, job_run, setting, wrong_try
from storage.tables.messages import file, inbound, outbox
from storage.tables.people import conversation, invitation, officer, officer_scope, person
from storage.tables.report_ways import report_dispatch, report_draft, report_handover, report_page
from storage.tables.reports import (
    indicator,
    indicator_value,
    report,
    report_body,
    report_edit,
    report_event,
    report_request,
    report_rule,
    report_sending,
    report_snapshot,
    report_template,
)
from storage.tables.units import former_unit, office, unit, unit_polygon, work_day

__all__ = [
    "CODE",
    "absence",
    "audit",
    "call_back",
    "case_event",
    "case_file",
    "case_pair",
    "case_petition",
    "channel_health",
    "channel_usage",
    "chat_link",
    "chat_window",
    "conversation",
    "digest_snooze",
    "file",
    "follow",
    "former_unit",
    "inbound",
    "indicator",
    "indicator_value",
    "invitation",
    "job_run",
    "lease",
    "link_code",
    "metadata",
    "oauth_consent",
    "oauth_pair",
    "office",
    "officer",
    "officer_scope",
    "outbox",
    "person",
    "petition",
    "petition_posting",
    "petition_reading",
    "petition_trace",
    "rating",
    "referral",
    "report",
    "report_body",
    "report_dispatch",
    "report_draft",
    "report_edit",
    "report_event",
    "report_handover",
    "report_page",
    "report_request",
    "report_rule",
    "report_sending",
    "report_snapshot",
    "report_template",
    "setting",
    "unit",
    "unit_polygon",
    "upload_id",
    "weekly_choice",
    "weekly_digest",
    "work_day",
    "wrong_try",
]
