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
from domain.kinds import Kind, Organisation
from domain.life import Step
from domain.routing import Body
from domain.subjects import Subject
from domain.units import UnitRef
from handlers.commune import unit_words
from handlers.labels import kind_words, shortened, subject_words
from handlers.officer.asking import REASON_MAX, Act, Facts, Send, act, facts_of, in_words, one_or_all, step_form
from handlers.officer.pairs import reasons_words
from handlers.visit import Visit
from storage import absences, cases
from storage.absences import Absence
from storage.accounts import Account
from storage.cases import Case

TITLE_MAX = 120
SUGGESTED_MAX = 4


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
    """The case, the colleagues and the other bodies it can be given to; bodies with their names in words."""

    base: Facts
    colleagues: tuple[Account, ...]
    bodies: tuple[tuple[Body, Words], ...]
    away: tuple[Absence, ...] = ()
    """Who is not there today: a case may be given to them, and the officer is told."""


async def assign_facts(args: dict[str, Json], visit: Visit) -> AssignFacts:
    """
    Look up who there is.

    Raises:
        NotFound: nobody but the one who has it.
    """
    desk, base = await facts_of(args, visit)
    gazetteer = visit.services.gazetteer()
    people = await assign.colleagues(desk.db, base.case)
    bodies = await assign.bodies_for(desk.db, base.case)
    named = tuple(
        (
            body,
            words(
                "body-of-unit",
                organisation=words(body.organisation.text_key),
                unit=unit_words(gazetteer, body.unit.code),
            ),
        )
        for body in bodies
    )
    # One may take over what a colleague has; what nobody has is taken by accepting it.
    not_offered = {base.case.officer_id, desk.actor.officer_id if base.case.officer_id is None else None}
    colleagues = tuple(account for account in people if account.id not in not_offered)
    if not colleagues and not named:
        raise NotFound(key="error-nobody-to-give-to")
    today = local_date(visit.now)
    away = await absences.overlapping(desk.db, [account.id for account in colleagues], today, today)
    return AssignFacts(base, colleagues, named, tuple(away))


def reassign_outline(facts: AssignFacts) -> Outline[Act]:
    """Ask to whom and why."""
    people = [Option(f"p{a.id}", words("officer-colleague", name=a.name)) for a in facts.colleagues]
    bodies = [Option(f"b{body.unit.code}.{body.organisation}", name) for body, name in facts.bodies]
    options = (*people, *bodies)
    ask, label = words("officer-reassign-whom"), words("officer-label-to")
    to = yield from LongChoice("to", options[:6], options[6:40], ask=ask, label=label)
    reason = yield from in_words("reason", words("officer-reassign-why"), max_chars=REASON_MAX)
    name = next(option.label for option in options if option.id == to)
    shown = [words("officer-reassign-sum", to=name, reason=reason)]
    shown += [_away_words(one) for one in facts.away if to == f"p{one.officer_id}"]
    yield from Send(facts.base, *shown, send=words("officer-reassign-send"))
    if to.startswith("p"):
        return act(facts.base, assign.give_to_colleague, "reassign", officer_id=int(to[1:]), reason=reason)
    unit, _, organisation = to[1:].partition(".")
    place = UnitRef(unit, facts.base.case.province if unit != facts.base.case.province else None)
    body = Body(place, Organisation(organisation))
    return act(facts.base, assign.give_to_body, "reassign", body=body, reason=reason)


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
