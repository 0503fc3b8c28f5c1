"""Why two reports look alike or differ, as typed values; the words are in texts/*/duplicates.ftl."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from matching.duplicates.placing import Verdict, compare_spots, days_between, metres_between
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import ordinary
from matching.duplicates.relations import name_of
from matching.duplicates.values import Reason, ReasonCode

_NEAR_DAYS = 27  # 90 % of the duplicates that Boston's staff named came within this time
_NEAR_METRES = 60  # and within 51 m
_ALIKE = 0.6
_AUTHORITY = "=uy ban"
"""The group of the committee has "xã" and "phường" in it: naming a commune speaks of no authority."""
_AUTHORITY_NAMES = frozenset({"ubnd", "ub"})
_LEVELS = (ReasonCode.ALLEY, ReasonCode.POST, ReasonCode.LANDMARK, ReasonCode.HAMLET, ReasonCode.STREET)


def reasons(new: Prepared, old: Prepared, wording: float) -> tuple[Reason, ...]:
    """Return what agrees and what differs, agreements first; `wording` is the share of common wording (0..1)."""
    found = _places(new, old)
    found += _compared(ReasonCode.OBJECT, _objects(new), _objects(old))
    found += _compared(ReasonCode.TROUBLE, new.troubles, old.troubles)
    if wording >= _ALIKE:
        found.append(Reason(ReasonCode.WORDING, True, round(wording * 100)))
    days = int(days_between(new, old))
    found.append(Reason(ReasonCode.TIME, days <= _NEAR_DAYS, days))
    metres = metres_between(new, old)
    if metres is not None:
        found.append(Reason(ReasonCode.PIN, metres <= _NEAR_METRES, round(metres)))
    if new.report.person is not None and new.report.person == old.report.person:
        found.append(Reason(ReasonCode.PERSON, True))
    if new.cues.resolved:
        found.append(Reason(ReasonCode.FIXED, True))
    if new.cues.again:
        found.append(Reason(ReasonCode.AGAIN, True))
    return tuple(sorted(found, key=lambda reason: not reason.agrees))


def _places(new: Prepared, old: Prepared) -> list[Reason]:
    _, levels = compare_spots(new, old)
    return [
        Reason(code, level.verdict is Verdict.SAME, level.place.written)
        for code, level in zip(_LEVELS, levels, strict=True)
        if level.place is not None
    ]


def _objects(told: Prepared) -> AbstractSet[str]:
    """Return the things told of; the authority is one where it is called by its name."""
    by_name = "uy ban" in told.pairs or not _AUTHORITY_NAMES.isdisjoint(told.words)
    return told.objects if by_name else told.objects - {_AUTHORITY}


def _compared(code: ReasonCode, mine: AbstractSet[str], theirs: AbstractSet[str]) -> list[Reason]:
    if not mine or not theirs:
        return []
    common = mine & theirs
    telling = max(common or theirs, key=lambda meaning: (ordinary(meaning), meaning))
    return [Reason(code, bool(common), name_of(telling.removeprefix("=")))]
