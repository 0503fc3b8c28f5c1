"""Subjects: what a petition is about, which offices it concerns, and which organisations co-ordinate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.authorities import Authority
from domain.codes import Code
from domain.kinds import Organisation


class Subject(Code):
    """The subjects (lĩnh vực) of portals and of the Front's own reports."""

    LAND = "dat_dai"
    ENVIRONMENT = "moi_truong"
    ROADS = "giao_thong"
    UTILITIES = "ha_tang"
    CONSTRUCTION = "do_thi"
    DISASTERS = "thien_tai"
    FARMING = "nong_nghiep"
    HEALTH = "y_te"
    EDUCATION = "giao_duc"
    WELFARE = "an_sinh"
    WORK = "lao_dong"
    ORDER = "an_ninh"
    PROCEDURES = "hanh_chinh"
    OFFICIALS = "can_bo"
    CULTURE = "van_hoa"
    FAMILY = "gia_dinh"
    ETHNIC_RELIGION = "dan_toc_ton_giao"
    CONTRIBUTIONS = "dong_gop"
    PARTY_STATE = "xd_dang_cq"
    REORGANISATION = "sap_xep"
    OTHER = "khac"


@dataclass(frozen=True, slots=True)
class Competence:
    """Who is concerned by a subject: offices of commune and province, organisations to co-ordinate."""

    commune: tuple[Authority, ...]
    province: tuple[Authority, ...]
    organisations: tuple[Organisation, ...]


COMPETENCES: Final[Mapping[Subject, Competence]] = MappingProxyType(
    {
        Subject.LAND: Competence(
            (Authority.ECONOMY_OFFICE,),
            (Authority.AGRICULTURE_ENVIRONMENT,),
            (Organisation.FRONT, Organisation.FARMERS),
        ),
        Subject.ENVIRONMENT: Competence(
            (Authority.ECONOMY_OFFICE,),
            (Authority.AGRICULTURE_ENVIRONMENT,),
            (Organisation.FRONT, Organisation.WOMEN),
        ),
        Subject.ROADS: Competence(
            (Authority.ECONOMY_OFFICE,), (Authority.CONSTRUCTION,), (Organisation.FRONT, Organisation.YOUTH)
        ),
        Subject.UTILITIES: Competence(
            (Authority.ECONOMY_OFFICE, Authority.POWER_COMPANY, Authority.WATER_COMPANY),
            (Authority.CONSTRUCTION, Authority.INDUSTRY_TRADE, Authority.SCIENCE_TECHNOLOGY),
            (Organisation.FRONT,),
        ),
        Subject.CONSTRUCTION: Competence((Authority.ECONOMY_OFFICE,), (Authority.CONSTRUCTION,), (Organisation.FRONT,)),
        Subject.DISASTERS: Competence(
            (Authority.ECONOMY_OFFICE, Authority.COMMUNE_MILITARY),
            (Authority.AGRICULTURE_ENVIRONMENT,),
            (Organisation.FRONT, Organisation.YOUTH),
        ),
        Subject.FARMING: Competence(
            (Authority.ECONOMY_OFFICE,), (Authority.AGRICULTURE_ENVIRONMENT,), (Organisation.FARMERS,)
        ),
        Subject.HEALTH: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE, Authority.HEALTH_STATION),
            (Authority.HEALTH,),
            (Organisation.FRONT, Organisation.WOMEN),
        ),
        Subject.EDUCATION: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE,),
            (Authority.EDUCATION,),
            (Organisation.WOMEN, Organisation.YOUTH),
        ),
        Subject.WELFARE: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE,),
            (Authority.HOME_AFFAIRS, Authority.HEALTH),
            (Organisation.FRONT, Organisation.VETERANS),
        ),
        Subject.WORK: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE, Authority.SOCIAL_INSURANCE),
            (Authority.HOME_AFFAIRS,),
            (Organisation.TRADE_UNION,),
        ),
        Subject.ORDER: Competence(
            (Authority.COMMUNE_POLICE,),
            (Authority.PROVINCE_POLICE,),
            (Organisation.FRONT, Organisation.VETERANS),
        ),
        Subject.PROCEDURES: Competence(
            (Authority.SERVICE_CENTRE, Authority.COUNCIL_OFFICE),
            (Authority.HOME_AFFAIRS,),
            (Organisation.FRONT,),
        ),
        # Conduct goes to whoever manages the person; `routing.suggest_authorities` moves it up for a chair.
        Subject.OFFICIALS: Competence(
            (Authority.COMMUNE_CHAIR, Authority.COMMUNE_PARTY_INSPECTION),
            (Authority.PROVINCE_CHAIR, Authority.PROVINCE_PARTY_INSPECTION),
            (Organisation.FRONT,),
        ),
        Subject.CULTURE: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE,),
            (Authority.CULTURE_SPORT_TOURISM,),
            (Organisation.FRONT, Organisation.YOUTH),
        ),
        Subject.FAMILY: Competence(
            (Authority.COMMUNE_POLICE, Authority.CULTURE_SOCIETY_OFFICE),
            (Authority.HEALTH,),
            (Organisation.WOMEN,),
        ),
        Subject.ETHNIC_RELIGION: Competence(
            (Authority.CULTURE_SOCIETY_OFFICE,), (Authority.ETHNIC_RELIGION,), (Organisation.FRONT,)
        ),
        Subject.CONTRIBUTIONS: Competence(
            (Authority.COMMUNE_COMMITTEE, Authority.PEOPLES_INSPECTION),
            (Authority.FINANCE,),
            (Organisation.FRONT,),
        ),
        Subject.PARTY_STATE: Competence(
            (Authority.COMMUNE_PARTY_COMMITTEE, Authority.COMMUNE_COMMITTEE),
            (Authority.PROVINCE_PARTY_COMMITTEE, Authority.PROVINCE_COMMITTEE),
            (Organisation.FRONT,),
        ),
        Subject.REORGANISATION: Competence(
            (Authority.COUNCIL_OFFICE,), (Authority.HOME_AFFAIRS,), (Organisation.FRONT,)
        ),
        Subject.OTHER: Competence(
            (Authority.COMMUNE_COMMITTEE,), (Authority.PROVINCE_COMMITTEE,), (Organisation.FRONT,)
        ),
    }
)
"""Source: domain reference §§3.6, 4.4 (read 2026-11); the lists of organisations keep its order."""

RESTRICTED: Final = frozenset({Subject.OFFICIALS})
"""Subjects whose cases are routed above the person concerned and shown to their handlers alone."""


def co_ordinating(subject: Subject) -> tuple[Organisation, ...]:
    """Return the organisations to co-ordinate, the likeliest first. The Front sees the case in any event."""
    return COMPETENCES[subject].organisations
