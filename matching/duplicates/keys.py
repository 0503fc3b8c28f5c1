"""By which keys a report is found again, beside its words and meanings: places, scenes, subjects, kinds of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matching.duplicates.marks import Place


def place_key(place: Place) -> str:
    """Return a named place as a key: "alley#12", "#dong ha"; a number says little without its kind."""
    return f"{place.kind if place.is_numbered else ''}#{' '.join(place.name[:2])}"


def main_scene(scenes: Mapping[str, float]) -> str | None:
    """Return the scene that most of the text speaks for."""
    if len(scenes) < 2:
        return next(iter(scenes), None)
    most = max(scenes.values())
    return max([scene for scene, share in scenes.items() if share == most])


def marks(scenes: Mapping[str, float], subjects: Iterable[str], places: Iterable[Place]) -> list[str]:
    """
    Return what a report tells beyond its words, as keys: its scenes and the main one, its subjects, numbered kinds.

    Two wordings of one trouble often share a scene and no rare word. "|alley" marks a report that numbers an alley, so
    that two who number it differently can be told apart.
    """
    main = main_scene(scenes)
    numbered = {f"|{place.kind}": None for place in places if place.is_numbered}
    told = [f"~{scene}" for scene in scenes]
    return [*told, *([f"~!{main}"] if main else []), *[f"^{code}" for code in subjects], *numbered]


def all_keys(
    words: Iterable[str],
    meanings: Iterable[str],
    scenes: Mapping[str, float],
    subjects: Iterable[str],
    places: Iterable[Place],
) -> frozenset[str]:
    """Return everything that a report is found by."""
    return frozenset((*words, *meanings, *marks(scenes, subjects, places), *map(place_key, places)))
