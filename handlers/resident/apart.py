"""What accuses whoever would read it goes to none of them: it is filed by itself, sealed, and read one level above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from conversation.messages import Words, words
from domain import receipt
from domain.kinds import Organisation
from domain.routing import Accused, reading_chain
from handlers.hearing import hear
from handlers.opening import begin_petition
from handlers.visit import Visit
from storage import cases
from storage.cases import unit_ref


async def goes_apart(visit: Visit, petition: Row[Any], text: str) -> bool:
    """Tell whether words about a petition accuse, by post or office, somebody who may read its cases."""
    accused = hear(visit.services.gazetteer(), text).accused
    if accused is Accused.NOBODY:
        return False
    if not petition.confidential:
        return True  # the Front of the commune sees it, whoever handles it
    commune = unit_ref(petition.commune_code, petition.province_code)
    readers = reading_chain(commune, Organisation(petition.organisation), accused)
    return any(case.handler not in readers for case in await cases.cases_of(await visit.db(), petition.id))


async def send_apart(
    visit: Visit, petition: Row[Any], text: str, files: Sequence[int] = (), *, before: Sequence[Words] = ()
) -> None:
    """Begin a sealed petition with the words, and say why; `before` is what has been done with the other one."""
    await begin_petition(visit, text)
    if files:
        visit.state.memo["details"] = {"files": list(files)}
    visit.say(*before, words("apart", code=receipt.display(petition.code)))
