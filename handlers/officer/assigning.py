"""Forms about who handles what: classify, give to a colleague or body, keep away, split, merge, undo a merge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.cases import assign, handling, join, likeness
from conversation.codec import Json
from conversation.forms import Again, Answer, Form, Given, Outline, Question, Said, Taken, Undecodable
from conversation.messages import Option, Reply, Words, words
from conversation.questions import Choice, LongChoice
from domain import receipt
from domain.calendar import local_date
from domain.errors import NotFound
from domain.kinds import Kind
from domain.life import Step
from domain.routing import Body
from domain.subjects import Subject
from handlers.labels import kind_words, shortened, subject_words
from handlers.officer.asking import REASON_MAX, Act, Facts, Send, act, facts_of, in_words, one_or_all, step_form
from handlers.officer.desk import desk_of
from handlers.officer.handing import body_at, body_of, named, place_named, place_words, stored
from handlers.officer.pairs import reasons_words
from handlers.visit import Visit
from matching.places import Gazetteer
from storage import absences, cases
from storage.absences import Absence
from storage.accounts import Account
from storage.cases import Case

TITLE_MAX = 120
SUGGESTED_MAX = 4
LIKELY, LISTED_MAX = 6, 40
"""Of those whom a case can be given to, how many are shown at once, and in all."""


def classify_outline(facts: Facts) -> Outline[Act]:
    """Ask what it is in law and what it is about; the present answers come first."""
    kinds = _first(facts.case.kind, [kind for kind in Kind if kind.becomes_case])
    kind_code = yield from Choice(
        "kind",
        tuple(Option(k.value, kind_words(k)) for k in kinds),
        ask=words("officer-classify-kind"),
        label=words("label-kind"),
    )
    subject = yield from _subject(facts.case.subject)
    kind = Kind(kind_code)
    summary = words("officer-classify-sum", kind=kind_words(kind), subject=subject_words(subject))
    yield from Send(facts, summary, send=words("officer-write-down"))
    return act(facts, handling.classify, "classify", kind=kind, subject=subject)


def _first(kind: Kind, kinds: Sequence[Kind]) -> list[Kind]:
    return [kind, *(other for other in kinds if other is not kind)]


def _subject(present: Subject) -> Outline[Subject]:
    rest = tuple(Option(s.value, subject_words(s)) for s in Subject if s is not present)
    code = yield from LongChoice(
        "subject",
        (Option(present.value, subject_words(present)),),
        rest,
        ask=words("officer-classify-subject"),
        label=words("label-subject"),
    )
    return Subject(code)


# --- Who handles it -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AssignFacts:
    """The case, the colleagues and the other bodies it can be given to, and what names bodies."""

    base: Facts
    colleagues: tuple[Account, ...]
    bodies: tuple[Body, ...]
    gazetteer: Gazetteer
    away: tuple[Absence, ...] = ()
    """Who is not there today: a case may be given to them, and the officer is told."""


async def assign_facts(args: dict[str, Json], visit: Visit) -> AssignFacts:
    """
    Look up who there is; a body of another commune can be named besides.

    Raises:
        NotFound: nobody but the one who has it.
    """
    desk, base = await facts_of(args, visit)
    people = await assign.colleagues(desk.db, base.case)
    bodies = await assign.bodies_for(desk.db, base.case)
    # One may take over what a colleague has; what nobody has is taken by accepting it.
    not_offered = {base.case.officer_id, desk.actor.officer_id if base.case.officer_id is None else None}
    colleagues = tuple(account for account in people if account.id not in not_offered)
    if not colleagues and not bodies and not await assign.somebody_elsewhere(desk.db, base.case):
        raise NotFound(key="error-nobody-to-give-to")
    today = local_date(visit.now)
    away = await absences.overlapping(desk.db, [account.id for account in colleagues], today, today)
    return AssignFacts(base, colleagues, tuple(bodies), visit.services.gazetteer(), tuple(away))


class Whom(LongChoice):
    """A colleague or a body; one of another commune of the province is named by its commune."""

    def __init__(self, facts: AssignFacts, options: Sequence[Option]) -> None:
        ask = words("officer-reassign-whom" if options else "officer-reassign-commune")
        super().__init__("to", options[:LIKELY], options[LIKELY:LISTED_MAX], ask=ask, label=words("officer-label-to"))
        self._case, self._gazetteer = facts.base.case, facts.gazetteer

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take an option, or the body of the commune that is named; nobody may work there."""
        taken = await super().take(said, env, memo)
        place = None
        if not isinstance(taken, Answer) and said.option is None:
            place = place_named(self._gazetteer, self._case, said.inbound.text)
        if place is None:
            return taken
        body = await body_at(await desk_of(env), self._case, place)
        if body is None or body == self._case.handler:
            key = "officer-hand-nobody-there" if body is None else "officer-hand-here"
            return Again((words(key, place=place_words(env, place, begins=body is None)),))
        return Answer(stored(body))

    def decode(self, stored: Json) -> str:
        """Return a colleague that is among the options, or any body: the action knows which may have the case."""
        return stored if isinstance(stored, str) and body_of(stored, self._gazetteer) else super().decode(stored)


def reassign_outline(facts: AssignFacts) -> Outline[Act]:
    """Ask to whom and why."""
    people = [Option(f"p{a.id}", words("officer-colleague", name=a.name)) for a in facts.colleagues]
    bodies = [Option(stored(body), named(facts.gazetteer, body)) for body in facts.bodies]
    options = (*people, *bodies)
    to = yield from Whom(facts, options)
    reason = yield from in_words("reason", words("officer-reassign-why"), max_chars=REASON_MAX)
    body = body_of(to, facts.gazetteer)
    name = named(facts.gazetteer, body) if body else next(option.label for option in people if option.id == to)
    shown = [words("officer-reassign-sum", to=name, reason=reason)]
    shown += [_away_words(one) for one in facts.away if to == f"p{one.officer_id}"]
    yield from Send(facts.base, *shown, send=words("officer-reassign-send"))
    if body is not None:
        return act(facts.base, assign.give_to_body, "reassign", body=body, reason=reason)
    return act(facts.base, assign.give_to_colleague, "reassign", officer_id=int(to[1:]), reason=reason)


def _away_words(absence: Absence) -> Words:
    key = "officer-reassign-away" if absence.substitute_id is not None else "officer-reassign-away-alone"
    named = {"substitute": absence.substitute_name} if absence.substitute_id is not None else {}
    return words(key, name=absence.name, last=absence.last_day, **named)


def recuse_outline(facts: Facts) -> Outline[Act]:
    """Ask to be sure: there is no way back by oneself."""
    reason = yield from in_words("reason", words("officer-recuse-why"), max_chars=REASON_MAX, optional=True)
    yield from Send(facts, words("officer-recuse-sum"), send=words("officer-recuse-send"))
    return act(facts, assign.recuse, "recuse", reason=reason)


# --- Which petitions it holds -------------------------------------------------------------------------------


def split_outline(facts: Facts) -> Outline[Act]:
    """Ask whose petition, whether it stays here as well, and what the further case is about."""
    whose = yield from one_or_all(facts, words("officer-split-whose"), everybody=False)
    stays = "yes"
    if len(facts.held) > 1:
        options = (Option("yes", words("officer-split-two")), Option("no", words("officer-split-wrong")))
        stays = yield from Choice("stays", options, ask=words("officer-split-how"), label=words("officer-label-stays"))
    title = yield from in_words("title", words("officer-split-title"), max_chars=TITLE_MAX)
    subject = yield from _subject(facts.case.subject)
    summary = words("officer-split-sum", title=title, subject=subject_words(subject), stays=stays)
    yield from Send(facts, summary, send=words("officer-split-send"))
    return act(
        facts,
        join.split,
        "split",
        petition_id=whose,
        title=title,
        subject=subject,
        stays=stays == "yes",
        draw=facts.draw,
    )


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """The case, and other open ones that resemble it, each with the reasons in words."""

    base: Facts
    similar: tuple[tuple[Case, Words | str], ...]


async def merge_facts(args: dict[str, Json], visit: Visit) -> MergeFacts:
    """Look up what it might be merged into."""
    desk, base = await facts_of(args, visit)
    found = await likeness.open_cases_like(desk.db, base.case, desk.actor, limit=SUGGESTED_MAX)
    return MergeFacts(base, tuple((case, reasons_words(one.match.reasons)) for case, one in found))


class OtherCase(Question[int]):
    """Another case, picked or named by its code or that of one of its petitions; the answer is its id."""

    def __init__(self, name: str, similar: Sequence[tuple[Case, Words | str]], *, ask: Words) -> None:
        super().__init__(name, ask=ask, label=words("officer-label-into"))
        self.options = tuple(
            Option(str(c.id), words("officer-similar", code=receipt.display(c.code), title=shortened(c.title, 30)))
            for c, _ in similar
        )
        self.reasons = tuple(
            words("officer-similar-why", code=receipt.display(c.code), reasons=why) for c, why in similar if why
        )

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question with what resembles."""
        return Reply((self.ask, *self.reasons), self.options)

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take a suggested case, or the one of a typed code."""
        if said.option is not None:
            return Answer(int(said.option))
        code = receipt.parse(said.inbound.text)
        found = await cases.case_by_code(await env.db(), code) if code else None
        if found is None:
            return Again((words("error-unknown-code"),))
        return Answer(found.id)

    def decode(self, stored: Json) -> int:
        """Return the id."""
        if not isinstance(stored, int):
            raise Undecodable(self.name)
        return stored


def merge_outline(facts: MergeFacts) -> Outline[Act]:
    """Ask into which case; everybody behind either is told, nobody reads another's words."""
    into = yield from OtherCase("into", facts.similar, ask=words("officer-merge-into"))
    yield from Send(facts.base, words("officer-merge-sum", people=facts.base.people), send=words("officer-merge-send"))
    return act(facts.base, join.merge, "merge", into_id=into)


def unmerge_outline(facts: Facts) -> Outline[Act]:
    """Ask to be sure."""
    yield from Send(facts, words("officer-unmerge-sum"), send=words("officer-unmerge-send"))
    return act(facts, join.unmerge, "unmerge")


FORMS: tuple[Form[Act], ...] = (
    step_form(Step.CLASSIFY, classify_outline),
    step_form(Step.REASSIGN, reassign_outline, assign_facts),
    step_form(Step.RECUSE, recuse_outline),
    step_form(Step.SPLIT, split_outline),
    step_form(Step.MERGE, merge_outline, merge_facts),
    step_form(Step.UNMERGE, unmerge_outline),
)
