"""What the players of the demo share: the stage that is the same for all, and the scene of one problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change
from bot.demo.cast import Cast
from bot.demo.dice import dice
from bot.demo.material import Material
from bot.demo.plan import Act, Issue, Plan
from domain.calendar import WorkCalendar
from domain.receipt import RandomBytes
from domain.roles import Actor
from storage import cases
from storage.cases import Case


@dataclass(frozen=True, slots=True)
class Filed:
    """A petition that was filed in a scene."""

    petition_id: int
    person_id: int
    code: str
    pin: str


@dataclass(slots=True)
class Scene:
    """
    One problem with the story that it takes: its cases, oldest first, and the petitions behind it.

    Petitions that were withdrawn or have left it are none of them any more.
    """

    issue: Issue
    rng: Random
    cases: list[int] = field(default_factory=list)
    petitions: list[Filed] = field(default_factory=list)
    asked: int = 0
    """Which of the questions the officer has asked: the answer has the same number."""

    @property
    def first(self) -> Filed:
        """The petition that came first."""
        return self.petitions[0]


@dataclass(slots=True)
class Stage:
    """Everything that is the same for all scenes. `made_cases`, `made_petitions` are ids since `clear`."""

    plan: Plan
    cast: Cast
    material: Material
    people: Mapping[int, int]
    """Ids of the persons by their numbers in the plan."""
    calendar: WorkCalendar
    secret: bytes
    seed: int
    scenes: dict[int, Scene] = field(default_factory=dict)
    made_cases: list[int] = field(default_factory=list)
    made_petitions: list[int] = field(default_factory=list)

    def scene(self, number: int) -> Scene:
        """Return the scene of an issue."""
        if number not in self.scenes:
            self.scenes[number] = Scene(self.plan.issues[number], dice(self.seed, "scene", number))
        return self.scenes[number]

    def codes(self, *names: object) -> RandomBytes:
        """Return a source of codes that is the same every time."""
        return dice(self.seed, "code", *names).randbytes

    def opened(self, scene: Scene, case_id: int) -> None:
        """Note that a scene has one more case."""
        scene.cases.append(case_id)
        self.made_cases.append(case_id)

    def clear(self) -> None:
        """Forget what was made."""
        self.made_cases.clear()
        self.made_petitions.clear()


@dataclass(frozen=True, slots=True)
class Turn:
    """A beat's turn: the case as it stands and the officer who has it."""

    db: AsyncConnection
    stage: Stage
    scene: Scene
    act: Act
    case: Case
    officer: Actor
    barred: frozenset[int]

    @property
    def change(self) -> Change:
        """The change by the officer who has the case."""
        return self.by(self.officer)

    def by(self, actor: Actor) -> Change:
        """Return the change by somebody, at the act's moment."""
        return Change(actor, self.act.at, self.stage.calendar)

    def say(self, key: str) -> str:
        """Return one of the phrases of a key, or of the key that the beat names instead."""
        beat = self.act.beat
        chosen = beat.say if beat is not None and beat.say else key
        phrase = self.scene.rng.choice(self.stage.material.phrases[chosen])
        return self.scene.issue.where.name(phrase)

    def fill(self, template: str) -> str:
        """Return one of the problem's own sentences with its places."""
        return self.scene.issue.where.fill(template)


async def turn_for(db: AsyncConnection, stage: Stage, act: Act) -> Turn:
    """Return the turn of a beat."""
    assert act.beat is not None
    scene = stage.scene(act.issue)
    case = await cases.case(db, scene.cases[act.beat.on])
    assert case is not None
    barred = await cases.recused(db, case.id)
    officer = stage.cast.handler(case.handler, case.officer_id, sorted(barred), scene.rng)
    return Turn(db, stage, scene, act, case, officer, barred)
