"""The question "is it this one?": likely repeats are shown one at a time, without another's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, Taken, Undecodable
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


@dataclass(frozen=True, slots=True)
class Repeat:
    """`case_id` is the case to join, None for a new one; `unsure` are cases the person could not tell apart."""

    case_id: int | None = None
    recurrence_of: int | None = None
    unsure: tuple[int, ...] = ()


class RepeatQuestion(Question[Repeat]):
    """Looks for likely repeats of `report` when it is asked; without one nothing is asked."""

    def __init__(self, name: str, report: Report) -> None:
        super().__init__(name)
        self.report = report

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Show the next likely repeat, or give the answer "none"."""
        if memo is None:
            found = await similar.likely_repeats(await env.db(), self.report, limit=CANDIDATES_MAX)
            memo = {
                "cases": [[c.case_id, c.subject, c.place, c.since.isoformat(), c.people, c.relation] for c in found],
                "unsure": [],
            }
            env.state.memo[self.name] = memo
        if not memo["cases"]:
            return Given({"unsure": memo["unsure"]})
        _, subject, place, since, people, relation = memo["cases"][0]
        key = "repeat-ask-returned" if relation == Relation.RECURRENCE else "repeat-ask"
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
            returned = relation == Relation.RECURRENCE
            return Answer({"returned" if returned else "case": case_id, "unsure": memo["unsure"]})
        unsure = [*memo["unsure"], case_id] if said.option == "unsure" else memo["unsure"]
        rest = memo["cases"][1:]
        if rest:
            return Again(memo={"cases": rest, "unsure": unsure})
        return Answer({"unsure": unsure})

    def decode(self, stored: Json) -> Repeat:
        """Return the decision."""
        if not isinstance(stored, dict):
            raise Undecodable(self.name)
        return Repeat(stored.get("case"), stored.get("returned"), tuple(stored.get("unsure", ())))
