"""Authorities: those who resolve, as codes. Communes by NĐ 150/2025/NĐ-CP, provinces as merged in 2025."""

from __future__ import annotations

from domain.codes import Code
from domain.units import Level


class Authority(Code):
    """An office that a case can be referred to. The directory of a unit may rename it and add others."""

    COMMUNE_COMMITTEE = "ubnd_xa"
    COMMUNE_CHAIR = "chu_tich_ubnd_xa"
    ECONOMY_OFFICE = "phong_kinh_te"
    CULTURE_SOCIETY_OFFICE = "phong_van_hoa_xa_hoi"
    COUNCIL_OFFICE = "van_phong_hdnd_ubnd"
    SERVICE_CENTRE = "trung_tam_pvhcc"
    COMMUNE_POLICE = "cong_an_xa"
    COMMUNE_MILITARY = "ban_chqs_xa"
    HEALTH_STATION = "tram_y_te"
    POWER_COMPANY = "dien_luc"
    WATER_COMPANY = "cap_nuoc"
    SOCIAL_INSURANCE = "bhxh"
    PEOPLES_INSPECTION = "ban_ttnd"
    COMMUNE_PARTY_COMMITTEE = "dang_uy_xa"
    COMMUNE_PARTY_INSPECTION = "ubkt_dang_uy"

    PROVINCE_COMMITTEE = "ubnd_tinh"
    PROVINCE_CHAIR = "chu_tich_ubnd_tinh"
    AGRICULTURE_ENVIRONMENT = "so_nong_nghiep_moi_truong"
    CONSTRUCTION = "so_xay_dung"
    HOME_AFFAIRS = "so_noi_vu"
    FINANCE = "so_tai_chinh"
    HEALTH = "so_y_te"
    EDUCATION = "so_giao_duc_dao_tao"
    INDUSTRY_TRADE = "so_cong_thuong"
    SCIENCE_TECHNOLOGY = "so_khoa_hoc_cong_nghe"
    CULTURE_SPORT_TOURISM = "so_van_hoa_the_thao_du_lich"
    ETHNIC_RELIGION = "so_dan_toc_ton_giao"
    JUSTICE = "so_tu_phap"
    PROVINCE_INSPECTORATE = "thanh_tra_tinh"
    PROVINCE_POLICE = "cong_an_tinh"
    PROVINCE_PARTY_COMMITTEE = "tinh_uy"
    PROVINCE_PARTY_INSPECTION = "ubkt_tinh_uy"

    GOVERNMENT_INSPECTORATE = "thanh_tra_chinh_phu"
    CENTRAL_PARTY_INSPECTION = "ubkt_trung_uong"

    @property
    def level(self) -> Level:
        """The level at which the office sits."""
        if self in _CENTRAL:
            return Level.CENTRE
        return Level.PROVINCE if self in _PROVINCIAL else Level.COMMUNE


_CENTRAL = frozenset({Authority.GOVERNMENT_INSPECTORATE, Authority.CENTRAL_PARTY_INSPECTION})
_PROVINCIAL = frozenset(
    {
        Authority.PROVINCE_COMMITTEE,
        Authority.PROVINCE_CHAIR,
        Authority.AGRICULTURE_ENVIRONMENT,
        Authority.CONSTRUCTION,
        Authority.HOME_AFFAIRS,
        Authority.FINANCE,
        Authority.HEALTH,
        Authority.EDUCATION,
        Authority.INDUSTRY_TRADE,
        Authority.SCIENCE_TECHNOLOGY,
        Authority.CULTURE_SPORT_TOURISM,
        Authority.ETHNIC_RELIGION,
        Authority.JUSTICE,
        Authority.PROVINCE_INSPECTORATE,
        Authority.PROVINCE_POLICE,
        Authority.PROVINCE_PARTY_COMMITTEE,
        Authority.PROVINCE_PARTY_INSPECTION,
    }
)
