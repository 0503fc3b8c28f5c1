from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.demo.cast import posts
from bot.demo.material import material
from bot.demo.play import BEATS
from bot.demo.stories import STORIES
from bot.demo.voices import fits
from domain.authorities import Authority
from domain.calendar import end_of_day, start_of_day
from storage.data import shipped_units
from tests.support.demo import plan


@pytest.mark.slow
def test_the_same_seed_and_day_make_the_same_plan_and_another_seed_another():
    assert plan() == plan()
    assert plan().acts != plan(seed=2).acts
    assert posts(1, material()) == posts(1, material())


@pytest.mark.parametrize("until", [date(2026, 9, 2), date(2027, 2, 14), date(2027, 3, 1), date(2026, 11, 24)])
@pytest.mark.parametrize("seed", [1, 7])
def test_a_plan_fits_into_its_three_months_around_any_holiday(seed, until):
    acts = plan(seed, until).acts

    assert acts[-1].at < end_of_day(until)
    assert acts[0].at > start_of_day(until - timedelta(days=100))
    assert 300 <= sum(act.filing is not None for act in acts) <= 500


def test_every_beat_of_a_story_is_one_that_can_be_played():
    assert {beat.do for story in STORIES for beat in story.beats} == set(BEATS)


def test_every_problem_fits_some_commune_and_no_text_is_said_twice():
    shipped = material()
    texts = [text for problem in shipped.problems for text in problem.texts]

    assert all(any(fits(problem, commune) for commune in shipped.communes) for problem in shipped.problems)
    assert len(set(texts)) == len(texts)
    assert len({problem.id for problem in shipped.problems}) == len(shipped.problems)


def test_the_communes_are_those_of_the_shipped_list():
    units = {unit.code: unit for unit in shipped_units().communes}

    assert all(units[one.unit.code].province_code == one.unit.province for one in material().communes)


def test_fires_are_put_out_by_no_military_command():
    told = {problem.id: problem for problem in material().problems}

    assert told["dump-fire"].authority is Authority.COMMUNE_COMMITTEE
