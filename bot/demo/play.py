"""The demo played: every act of the plan becomes the action that a resident or an officer would have taken then."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.demo import officers, residents
from bot.demo.plan import Act
from bot.demo.scene import Stage, turn_for

BEATS: Final = {**residents.BEATS, **officers.BEATS}


async def play(db: AsyncConnection, stage: Stage, act: Act) -> None:
    """Play one act. A refusal (`domain.errors.Refused`) is a mistake of the plan and ends the load."""
    if act.beat is not None:
        await BEATS[act.beat.do](await turn_for(db, stage, act))
        return
    assert act.filing is not None
    scene = stage.scene(act.issue)
    await residents.file(db, stage, scene, act.filing, join_case=scene.cases[0] if scene.cases else None)
