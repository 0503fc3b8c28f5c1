"""From a pin to communes, without and with polygons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places import Polygons, nearest_communes
from matching.places.polygons import InvalidPolygons
from tests.matching.places_support import shipped_gazetteer
from tests.support.properties import examples

VECTORS = [
    (21.0287, 105.8523, "00070"), (10.7725, 106.6980, "26743"), (16.4698, 107.5775, "19753"),
    (16.0611, 108.2277, "20275"), (16.5760, 107.5080, "19867"), (22.1505, 105.2620, "02287"),
    (18.6660, 105.6700, "16681"), (17.4700, 106.6230, "18880"), (21.2730, 106.1940, "07210"),
    (10.0337, 105.7880, "31135"), (10.5270, 108.9450, "23272"), (8.6830, 106.6090, "26732"),
]  # fmt: skip


def guesses(lat, lon, **options):
    return nearest_communes(shipped_gazetteer(), lat, lon, **options)


@pytest.mark.parametrize(("lat", "lon", "code"), VECTORS)
def test_the_commune_of_a_known_point_is_among_three(lat, lon, code):
    """Source: reference on administrative data, §9.3, test vectors."""
    assert code in [guess.code for guess in guesses(lat, lon)]


def test_most_known_points_have_their_commune_first():
    first = sum(guesses(lat, lon)[0].code == code for lat, lon, code in VECTORS)

    assert first >= 11


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (11.5564, 104.9282), (14.0, 111.0), (13.75, 100.5), (18.5, 109.7), (16.57, 104.75), (22.8, 108.3), (0.0, 0.0),
        (float("nan"), 105.0), (float("inf"), 105.0), (91.0, 105.0), (21.0, -105.8),
    ],
)  # fmt: skip
def test_a_pin_abroad_at_sea_or_senseless_names_no_commune(lat, lon):
    assert guesses(lat, lon) == ()


def test_likelihoods_fall_and_do_not_exceed_one():
    found = guesses(21.03, 105.84)

    likelihoods = [guess.likelihood for guess in found]
    assert len(found) == 3
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert 0 < sum(likelihoods) <= 1.001


def test_the_centroids_of_today_lead_to_their_communes():
    communes = shipped_gazetteer().communes[::7]

    first = sum(guesses(unit.lat, unit.lon)[0].code == unit.code for unit in communes)
    assert first / len(communes) > 0.98


@examples(200)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_pin_is_answered(lat, lon):
    assert len(guesses(lat, lon)) <= 3


# ------------------------------------------------------------------------------------------------------- polygons


def a_feature(code="19867", rings=None, **properties):
    rings = rings or [square(107.4, 16.5, 0.2)]
    return {
        "type": "Feature",
        "properties": {"code": code, **properties},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def square(west, south, size):
    return [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]


def a_collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_polygon_decides_before_any_estimate():
    polygons = Polygons.from_geojson(a_collection(a_feature("20014")))

    found = guesses(16.5760, 107.5080, polygons=polygons)

    assert (found[0].code, found[0].likelihood) == ("20014", 0.99)
    assert "19867" in [guess.code for guess in found[1:]]


def test_outside_of_all_polygons_the_estimate_remains():
    polygons = Polygons.from_geojson(a_collection(a_feature("20014", [square(100.0, 10.0, 0.1)])))

    assert guesses(16.5760, 107.5080, polygons=polygons) == guesses(16.5760, 107.5080)


def test_a_hole_is_outside():
    polygons = Polygons.from_geojson(a_collection(a_feature(rings=[square(0, 0, 10), square(4, 4, 2)])))

    assert polygons.containing(1, 1) == ("19867",)
    assert polygons.containing(5, 5) == ()


def test_islands_belong_to_one_commune():
    feature = a_feature("31108")
    feature["geometry"] = {"type": "MultiPolygon", "coordinates": [[square(0, 0, 1)], [square(5, 5, 1)]]}

    polygons = Polygons.from_geojson(a_collection(feature))

    assert polygons.containing(0.5, 0.5) == polygons.containing(5.5, 5.5) == ("31108",)
    assert polygons.containing(3, 3) == ()


def test_overlapping_areas_are_all_named():
    polygons = Polygons.from_geojson(
        a_collection(a_feature("00001", [square(0, 0, 2)]), a_feature("00002", [square(1, 1, 2)]))
    )

    assert polygons.containing(1.5, 1.5) == ("00001", "00002")
    assert polygons.codes == {"00001", "00002"}


def test_codes_are_padded_translated_and_read_from_the_named_property():
    polygons = Polygons.from_geojson(
        a_collection(a_feature(None, ma=6978), a_feature(None, ma="31108 ")),
        code_key="ma",
        code_aliases={"06978": "06970"},
    )

    assert polygons.codes == {"06970", "31108"}


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({}, "not a GeoJSON FeatureCollection"),
        ({"type": "FeatureCollection", "features": {}}, "not a GeoJSON FeatureCollection"),
        (a_collection(), "no features"),
        (a_collection("x"), "feature 1 has no commune code"),
        (a_collection(a_feature(""), a_feature()), "feature 1 has no commune code"),
        (a_collection(a_feature(), {"properties": {"code": "1"}, "geometry": None}), "feature 2 is neither"),
        (a_collection(a_feature(rings=[[[0, 0], [1, 1], [0, 0]]])), "fewer than four points"),
        (a_collection(a_feature(rings=[[[0, 0], [1, "x"], [0, 0], [0, 0]]])), "not two numbers"),
        (a_collection(a_feature(rings=[[[0], [1], [0], [0]]])), "not two numbers"),
        (a_collection(a_feature(rings=[square(500_000, 1_800_000, 9)])), "outside of longitude and latitude"),
    ],
)
def test_a_wrong_file_is_refused_with_its_feature(document, reason):
    with pytest.raises(InvalidPolygons, match=reason):
        Polygons.from_geojson(document)
