"""The question "is it this one?": likely repeats are shown one at a time, without another's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, State, Taken, Undecodable
from conversation.messages import Option, Reply, words
from handlers.visit import Visit
from matching.duplicates import Relation, Report
from storage import similar

CANDIDATES_MAX = 3
"""More questions than this would try a person's patience; the officer sees the rest."""

_OPTIONS = (
    Option("same", words("repeat-same"), style="primary"),
    Option("other", words("repeat-other")),
    Option("unsure", words("repeat-unsure")),
)


_ASKS = {Relation.RECURRENCE: "repeat-ask-returned", Relation.URGING: "repeat-ask-urging"}


class Repeat(Struct, frozen=True):
    """
    `case_id` is the case to join, None for a new one; `unsure` are cases the person could not tell apart.

    `urges` is the person's own petition that they ask about again: nothing new is filed.
    """

    case_id: int | None = None
    recurrence_of: int | None = None
    unsure: tuple[int, ...] = ()
    urges: int | None = None


def forget_repeats(state: State) -> None:
    """What was compared is another matter now: likely repeats are looked for anew."""
    for kept in (state.answers, state.memo):
        for name in [name for name in kept if name.startswith("same-")]:
            del kept[name]


class RepeatQuestion(Question[Repeat]):
    """Looks for likely repeats of what `report` returns when it is asked; without one nothing is asked."""

    def __init__(self, name: str, report: Callable[[], Report]) -> None:
        super().__init__(name)
        self.report = report

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Show the next likely repeat, or give the answer "none"."""
        if memo is None:
            found = await similar.likely_repeats(await env.look(), self.report(), limit=CANDIDATES_MAX)
            memo = {
                "cases": [
                    [c.case_id, c.subject, c.place, c.since.isoformat(), c.people, c.petition_id, c.relation]
                    for c in found
                ],
                "unsure": [],
            }
            env.state.memo[self.name] = memo
        if not memo["cases"]:
            return Given({"unsure": memo["unsure"]})
        _, subject, place, since, people, *_, relation = memo["cases"][0]
        key = _ASKS.get(relation, "repeat-ask")
        ask = words(
            key,
            subject=words(f"subject-{subject.replace('_', '-')}"),
            place=place or words("repeat-place-unknown"),
            since=date.fromisoformat(since),
            people=people,
        )
        return Reply((ask,), _OPTIONS)

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take "same"; pass to the next candidate otherwise."""
        if said.option is None:
            return Again((words("engine-choose-one"),))
        case_id, *_, relation = memo["cases"][0]
        if said.option == "same":
            return Answer({**_same(memo["cases"][0], relation), "unsure": memo["unsure"]})
        unsure = [*memo["unsure"], case_id] if said.option == "unsure" else memo["unsure"]
        rest = memo["cases"][1:]
        if rest:
            return Again(memo={"cases": rest, "unsure": unsure})
        return Answer({"unsure": unsure})

    def decode(self, stored: Json) -> Repeat:
        """Return the decision."""
        if not isinstance(stored, dict):
            raise Undecodable(self.name)
        own = stored.get("urges")
        return Repeat(
            stored.get("case"),
            stored.get("returned"),
            tuple(stored.get("unsure", ())),
            own if isinstance(own, int) else None,
        )


def _same(case: list[Json], relation: str) -> dict[str, Json]:
    """Return what "the same" means: join the case, link a new one to it, or urge about one's own petition."""
    if relation == Relation.RECURRENCE:
        return {"returned": case[0]}
    return {"case": case[0], "urges": case[5]} if relation == Relation.URGING else {"case": case[0]}
