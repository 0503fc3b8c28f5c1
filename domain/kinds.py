"""Kinds of petition as the law tells them apart, the six organisations, and how a person wishes to appear."""

from __future__ import annotations

from typing import Final

from domain.codes import Code


class Kind(Code):
    """
    What a petition is in law.

    Source: Luật Tiếp công dân 42/2013 Art 2(2) (recommendation, observation), Luật Khiếu nại 02/2011 Art 2
    (complaint), Luật Tố cáo 25/2018 Art 2 (denunciation), Quy định 217 and 218-QĐ/TW (comment).
    """

    RECOMMENDATION = "kien_nghi"
    OBSERVATION = "phan_anh"
    COMPLAINT = "khieu_nai"
    DENUNCIATION = "to_cao"
    COMMENT = "gop_y"
    THANKS = "cam_on"

    @property
    def needs_proper_form(self) -> bool:
        """A chat message is no valid form: a signed paper, or an oral statement at the reception, is."""
        return self in NEEDS_PROPER_FORM

    @property
    def is_confidential_by_nature(self) -> bool:
        """Identity is protected whatever the person chose. Source: Luật Tố cáo 25/2018 Art 8, 47, 56."""
        return self in CONFIDENTIAL_BY_NATURE

    @property
    def becomes_case(self) -> bool:
        """Thanks are kept and counted, with nothing left to do."""
        return self in BECOME_CASES

    @property
    def withdrawn_by_button(self) -> bool:
        """Complaints and denunciations are withdrawn on signed paper. Source: Luật Tố cáo 25/2018 Art 33."""
        return self not in NEEDS_PROPER_FORM


NEEDS_PROPER_FORM: Final = frozenset({Kind.COMPLAINT, Kind.DENUNCIATION})
CONFIDENTIAL_BY_NATURE: Final = frozenset({Kind.DENUNCIATION})
TREATED_AS_CONFIDENTIAL: Final = frozenset({Kind.COMPLAINT, Kind.DENUNCIATION})
"""House rule: what a chat hears of either is shown to its handlers alone; the law seals only the second."""
BECOME_CASES: Final = frozenset(Kind) - {Kind.THANKS}
TAKEN_IN_CHAT: Final = tuple(kind for kind in Kind if kind not in NEEDS_PROPER_FORM)
"""Kinds that a chat message is enough for, in the order in which they are offered."""


class Organisation(Code):
    """The Front and the five socio-political organisations inside it. Source: Luật 97/2025/QH15, Art 5(2)."""

    FRONT = "mttq"
    TRADE_UNION = "cong_doan"
    FARMERS = "nong_dan"
    WOMEN = "phu_nu"
    VETERANS = "cuu_chien_binh"
    YOUTH = "doan_thanh_nien"


class NameVisibility(Code):
    """Who learns the petitioner's name."""

    OFFICER_ONLY = "officer_only"
    SHOWN = "shown"
    WITHOUT = "without"


class OnBehalf(Code):
    """For whom a petition is filed."""

    SELF = "self"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"


class Urgency(Code):
    """How fast a matter needs a person. Source: iHanoi's definitions (QĐ 1207/QĐ-UBND, 2025)."""

    URGENT = "khan"
    NORMAL = "binh_thuong"
    COMPLEX = "phuc_tap"


class Rating(Code):
    """What a resident says of a closed petition."""

    VERY_SATISFIED = "rat_hai_long"
    SATISFIED = "hai_long"
    NOT_SATISFIED = "chua_hai_long"
