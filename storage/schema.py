"""All tables. Reached only through the query modules beside this one; migrations are in `storage/migrations`."""

from __future__ import annotations

from storage.tables.base import CODE, metadata
from storage.tables.cases import call_back, case_event, case_file, case_petition, petition, rating, referral
from storage.tables.house import audit, job_run, setting, wrong_try
from storage.tables.messages import file, inbound, outbox
from storage.tables.people import conversation, invitation, officer, officer_scope, person
from storage.tables.units import former_unit, office, unit, unit_polygon, work_day

__all__ = [
    "CODE",
    "audit",
    "call_back",
    "case_event",
    "case_file",
    "case_petition",
    "conversation",
    "file",
    "former_unit",
    "inbound",
    "invitation",
    "job_run",
    "metadata",
    "office",
    "officer",
    "officer_scope",
    "outbox",
    "person",
    "petition",
    "rating",
    "referral",
    "setting",
    "unit",
    "unit_polygon",
    "work_day",
    "wrong_try",
]
