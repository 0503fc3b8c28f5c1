"""What a petitioner does later: add facts, answer a question, say whether it is well, rate, reopen, withdraw, leave."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import Row

from actions.cases import resident as steps
from conversation.codec import Json
from conversation.forms import Form, Outline, Question, Said, State
from conversation.heard import goes_on
from conversation.messages import Option, Words, words
from conversation.questions import Choice, Confirm, OwnWords, Text
from domain import receipt
from domain.calendar import WorkCalendar
from domain.errors import AlreadyDone
from domain.kinds import Rating
from handlers.asides import in_form
from handlers.details import Details, DetailsQuestion
from handlers.menu import menu_options
from handlers.opening import begin_petition
from handlers.resident.apart import goes_apart, send_apart
from handlers.resident.own import own_petition
from handlers.resident.sent import SENT, AnswerText, SentAlong, keep_sent
from handlers.resident.track import CodeFacts, code_facts
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from storage import members, stories
from texts import say

REASON_MIN, REASON_MAX = 3, 2_000


class Terms(TypedDict):
    """What every step of a petitioner is taken with."""

    person_id: int
    now: datetime
    calendar: WorkCalendar


def _terms(petition: Row[Any], visit: Visit) -> Terms:
    return {"person_id": petition.person_id, "now": visit.now, "calendar": visit.services.calendar}


def _code(facts: CodeFacts) -> str:
    return receipt.display(facts.code)


# --- Adding facts ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Addition:
    """Words and files that belong to a petition filed before."""

    code: str
    text: str
    details: Details


def add_outline(facts: CodeFacts) -> Outline[Addition]:
    """Ask what is to be added."""
    text = yield from Text("text", ask=words("add-ask", code=_code(facts)), max_chars=REASON_MAX, optional=True)
    details = yield from DetailsQuestion("details")
    return Addition(facts.code, text, details)


async def add(addition: Addition, visit: Visit) -> None:
    """Put it to the petition."""
    petition = await own_petition(visit, addition.code)
    if not addition.text and not addition.details.files and addition.details.pin is None:
        visit.say(words("add-nothing"), options=menu_options(visit))
        return
    text = "\n".join(filter(None, (addition.text, addition.details.place)))
    if await goes_apart(visit, petition, text):
        await send_apart(visit, petition, text, addition.details.files)
        return
    await steps.supply(
        await visit.db(),
        petition.id,
        text,
        addition.details.files,
        pin=addition.details.pin,
        **_terms(petition, visit),
    )
    visit.say(words("add-done", code=receipt.display(petition.code)), options=_track(petition.code))


def _track(code: str) -> tuple[Option, ...]:
    return (Option("track", words("button-track"), tap("track", code)),)


# --- An officer's question ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """The question that is open: of which petition, and its words."""

    code: str
    case_id: int
    question: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the person wrote, and whether it was meant as the answer."""

    code: str
    case_id: int
    text: str
    files: tuple[int, ...]
    is_answer: bool


async def question_facts(args: dict[str, Json], _visit: Visit) -> QuestionFacts:
    """Return the question of the form's arguments."""
    return QuestionFacts(args["code"], args["case"], args["question"])


def answer_outline(facts: QuestionFacts) -> Outline[Reaction]:
    """Ask for the answer; words that came by themselves are asked about first."""
    values = {"code": receipt.display(facts.code), "question": facts.question}
    text = yield from AnswerText("text", ask=words("answer-ask", **values), max_chars=REASON_MAX)
    files = yield from SentAlong(SENT)
    options = (Option("answer", words("answer-is-answer"), style="primary"), Option("new", words("answer-is-new")))
    meant = yield from Choice("meant", options, ask=words("answer-which", **values))
    return Reaction(facts.code, facts.case_id, text, files, meant == "answer")


async def answer_goes_on(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """Keep a further line or photo of an answer that is told in several: what came first may be only "là sao?"."""
    text = visit.inbound.text.strip()
    if visit.inbound.files:
        return None if question.keeps_files else await keep_sent(state, visit)
    if question.name != "meant" or " " not in text or said.near or goes_on(text):
        return None
    state.answers["text"] = f"{state.answers['text']}\n{text}"[:REASON_MAX]
    return (words("absorb-text"),)


async def answer(reaction: Reaction, visit: Visit) -> None:
    """Send the answer to that case alone, or begin a petition with the words."""
    if not reaction.is_answer:
        await begin_petition(visit, reaction.text)
        if reaction.files:
            visit.state.memo["details"] = {"files": list(reaction.files)}
        return
    petition = await own_petition(visit, reaction.code)
    if await goes_apart(visit, petition, reaction.text):
        waits = words("answer-waits", code=receipt.display(petition.code))
        await send_apart(visit, petition, reaction.text, reaction.files, before=(waits,))
        return
    await steps.supply(
        await visit.db(),
        petition.id,
        reaction.text,
        reaction.files,
        case_id=reaction.case_id,
        **_terms(petition, visit),
    )
    visit.say(words("answer-done", code=receipt.display(petition.code)), options=_track(petition.code))


def _question_args(question: Row[Any]) -> dict[str, Json]:
    return {"code": question.code, "case": question.case_id, "question": str(question.data.get("text", ""))}


async def pending(visit: Visit, text: str) -> bool:
    """Words or photos that come while an officer's question is open may be its answer: ask, never guess."""
    if not text.strip() and not visit.inbound.files:
        return False
    questions = await stories.open_questions(await visit.look(), visit.row.person_id)
    if not questions:
        return False
    newest = questions[0]
    visit.begin("answer", args=_question_args(newest), text=text.strip())
    if visit.inbound.files:
        await keep_sent(visit.state, visit)
    return True


def _code_and_case(argument: str) -> tuple[str, int | None]:
    """Return the code, and the case of "CODE.CASE": a petition may wait in two cases."""
    code, _, case = argument.partition(".")
    return code, int(case) if case.isdigit() else None


async def answer_tap(visit: Visit, argument: str) -> None:
    """The button under an officer's question."""
    code, case_id = _code_and_case(argument)
    await own_petition(visit, code)
    for question in await stories.open_questions(await visit.look(), visit.row.person_id):
        if question.code == code and case_id in {None, question.case_id}:
            visit.begin("answer", args=_question_args(question), meant="answer")
            return
    visit.begin("add", args={"code": code})


# --- A reason in words ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person is not content."""

    code: str
    text: str
    case_id: int | None = None


def _reason_outline(name: str) -> Callable[[CodeFacts], Outline[Reason]]:
    def outline(facts: CodeFacts) -> Outline[Reason]:
        text = yield from OwnWords(
            "reason", ask=words(f"{name}-ask", code=_code(facts)), min_chars=REASON_MIN, max_chars=REASON_MAX
        )
        return Reason(facts.code, text, facts.case_id)

    return outline


async def dispute(reason: Reason, visit: Visit) -> None:
    """The answer does not content the person: the case goes on."""
    petition = await own_petition(visit, reason.code)
    apart = await goes_apart(visit, petition, reason.text)
    await steps.dispute(
        await visit.db(),
        petition.id,
        say("button-dispute") if apart else reason.text,
        **_terms(petition, visit),
        case_id=reason.case_id,
    )
    await _taken_up(visit, petition, "dispute-done", reason.text if apart else "")


async def _taken_up(visit: Visit, petition: Row[Any], done: str, apart: str) -> None:
    """Say that the case goes on; a reason that went apart left no more in it than the button's own words."""
    said = words(done, code=receipt.display(petition.code))
    if apart:
        await send_apart(visit, petition, apart, before=(said,))
        return
    visit.say(said, options=_track(petition.code))


async def reopen(reason: Reason, visit: Visit) -> None:
    """A closed case is taken up again."""
    petition = await own_petition(visit, reason.code)
    apart = await goes_apart(visit, petition, reason.text)
    await steps.reopen(
        await visit.db(),
        petition.id,
        say("button-reopen") if apart else reason.text,
        **_terms(petition, visit),
    )
    await _taken_up(visit, petition, "reopen-done", reason.text if apart else "")


async def reopen_said_tap(visit: Visit, code: str) -> None:
    """Take a closed case up again, for the reason that was given with the rating."""
    petition = await own_petition(visit, code)
    said = await members.comment_of(await visit.look(), petition.id)
    visit.begin("reopen", args={"code": code}, **({"reason": said} if said else {}))


async def confirm_tap(visit: Visit, argument: str) -> None:
    """'It is well now.' The officer then closes the case, and asks for the rating with the outcome."""
    code, case_id = _code_and_case(argument)
    petition = await own_petition(visit, code)
    await steps.confirm(
        await visit.db(),
        petition.id,
        **_terms(petition, visit),
        case_id=case_id,
    )
    visit.say(words("confirm-done", code=receipt.display(code)), options=_track(code))


# --- Rating ---------------------------------------------------------------------------------------------------------


def _ratings(code: str) -> tuple[Option, ...]:
    return tuple(
        Option(score.value, words(f"rating-{score.value.replace('_', '-')}"), tap("score", f"{code}.{score.value}"))
        for score in Rating
    )


async def rate_tap(visit: Visit, code: str) -> None:
    """Ask for the score."""
    await own_petition(visit, code)
    visit.say(words("rate-ask", code=receipt.display(code)), options=_ratings(code))


async def score_tap(visit: Visit, argument: str) -> None:
    """Keep the score at once; one sentence may follow."""
    code, _, score = argument.partition(".")
    petition = await own_petition(visit, code)
    await steps.rate(
        await visit.db(),
        petition.id,
        Rating(score),
        "",
        **_terms(petition, visit),
    )
    visit.begin("rate", args={"code": code, "score": score})


@dataclass(frozen=True, slots=True)
class Rated:
    """A score with the person's own sentence, '' for none."""

    code: str
    score: Rating
    comment: str


@dataclass(frozen=True, slots=True)
class RateFacts:
    """Which petition was given which score."""

    code: str
    score: Rating


async def rate_facts(args: dict[str, Json], _visit: Visit) -> RateFacts:
    """Return what the button said."""
    return RateFacts(args["code"], Rating(args["score"]))


def rate_outline(facts: RateFacts) -> Outline[Rated]:
    """Ask for one sentence, which may be left out."""
    comment = yield from Text("comment", ask=words("rate-comment"), max_chars=500, optional=True)
    return Rated(facts.code, facts.score, comment)


async def rated(rating: Rated, visit: Visit) -> None:
    """Keep the sentence; who is not content is offered to reopen."""
    petition = await own_petition(visit, rating.code)
    if await goes_apart(visit, petition, rating.comment):
        await send_apart(visit, petition, rating.comment, before=(words("rate-thanks"),))
        return
    if rating.comment:
        await steps.rate(
            await visit.db(),
            petition.id,
            rating.score,
            rating.comment,
            person_id=petition.person_id,
            now=visit.now,
            calendar=visit.services.calendar,
        )
    # Who has just said why is not asked for it again.
    way = tap("reopen-said" if rating.comment else "reopen", rating.code)
    reopen_it = (Option("reopen", words("button-reopen"), way),)
    unhappy = rating.score is Rating.NOT_SATISFIED
    visit.say(
        words("rate-thanks-unhappy" if unhappy else "rate-thanks"),
        options=reopen_it if unhappy else menu_options(visit),
    )


# --- Withdrawing and leaving ----------------------------------------------------------------------------------------


def _sure_outline(name: str) -> Callable[[CodeFacts], Outline[str]]:
    def outline(facts: CodeFacts) -> Outline[str]:
        shows = (words(f"{name}-sure", code=_code(facts)),)
        yield from Confirm("sure", shows=shows, send=words(f"button-{name}-sure"), stop=words("button-no"), fix=False)
        return facts.code

    return outline


async def withdraw(code: str, visit: Visit) -> None:
    """Take the petition back; what was said stays in the records, and nobody works on it for this person."""
    petition = await own_petition(visit, code)
    await steps.withdraw(await visit.db(), petition.id, **_terms(petition, visit))
    visit.say(words("withdraw-done", code=receipt.display(code)), options=menu_options(visit))


async def leave(code: str, visit: Visit) -> None:
    """Take the petition out of the shared case into one of its own."""
    petition = await own_petition(visit, code)
    db = await visit.db()
    shared = await stories.joined_by_resident(db, petition.id)
    if shared is None:
        raise AlreadyDone
    await steps.leave(
        db,
        petition.id,
        shared,
        **_terms(petition, visit),
        draw=visit.services.draw,
    )
    visit.say(words("leave-done", code=receipt.display(code)), options=_track(code))


def _begin(form: str) -> Callable[[Visit, str], Awaitable[None]]:
    async def begin(visit: Visit, argument: str) -> None:
        code, case_id = _code_and_case(argument)
        await own_petition(visit, code)
        visit.begin(form, args={"code": code, "case": case_id} if case_id else {"code": code})

    return begin


FORMS: tuple[Form[Any], ...] = (
    Form("add", add_outline, add, code_facts),
    Form("answer", answer_outline, answer, question_facts, absorb=answer_goes_on, aside=in_form),
    Form("dispute", _reason_outline("dispute"), dispute, code_facts),
    Form("reopen", _reason_outline("reopen"), reopen, code_facts),
    Form("rate", rate_outline, rated, rate_facts),
    Form("withdraw", _sure_outline("withdraw"), withdraw, code_facts),
    Form("leave", _sure_outline("leave"), leave, code_facts),
)

TAPS: dict[str, TapHandler] = {
    "add": _begin("add"),
    "answer": answer_tap,
    "dispute": _begin("dispute"),
    "reopen": _begin("reopen"),
    "reopen-said": reopen_said_tap,
    "withdraw": _begin("withdraw"),
    "leave": _begin("leave"),
    "confirm": confirm_tap,
    "rate": rate_tap,
    "score": score_tap,
}
