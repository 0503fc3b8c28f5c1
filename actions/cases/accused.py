"""Whom a case accuses, read from its petitions' own words: it is given to nobody of theirs, nor referred to them."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.accused import accused_in
from domain.kinds import Kind
from domain.routing import Accused
from matching.understanding import understand
from storage import petitions
from storage.cases import Case


async def accused_of(db: AsyncConnection, case: Case) -> Accused:
    """Return the highest of those whom the petitions of a confidential denunciation name by post or office."""
    if not case.confidential or case.kind is not Kind.DENUNCIATION:
        return Accused.NOBODY
    texts = [row.text for row in await petitions.petitions_of_case(db, case.id)]
    named = {accused_in(text, understand(text)) for text in texts}
    return max(named, key=list(Accused).index, default=Accused.NOBODY)
