"""The conversation that files a petition: message first, what the text tells is offered, what is missing is asked."""

from __future__ import annotations

import functools
from datetime import datetime

from msgspec import Struct

from conversation.codec import Json
from conversation.engine import put
from conversation.forms import Answer, Form, Outline, Said, Taken
from conversation.letters import letter_in
from conversation.messages import Option, Words, words
from conversation.posts import story_of
from conversation.questions import Choice, LongChoice, Text
from domain.kinds import TAKEN_IN_CHAT, Kind, NameVisibility, OnBehalf, Organisation
from domain.routing import Accused
from domain.subjects import Subject
from handlers.absorb import absorb
from handlers.asides import is_no_petition
from handlers.care import care_choice
from handlers.commune import Commune, province_of, unit_words
from handlers.consent import CONSENT
from handlers.danger import Story
from handlers.details import Details, DetailsQuestion
from handlers.draft import Draft, Ended
from handlers.hearing import Heard, hear
from handlers.labels import kind_words, name_words, on_behalf_words, organisation_words, shortened, subject_words
from handlers.last_look import LastLook
from handlers.names import wants_no_name
from handlers.overheard import aside
from handlers.phone import parse_phone
from handlers.repeats import Repeat, RepeatQuestion
from handlers.submitted import complete
from handlers.visit import Visit
from matching.duplicates import Report
from matching.places import Gazetteer
from storage.traces import told_apart

FORM = "submit"
SUMMARY_CHARS = 600
"""Characters of the petition shown in the summary; the whole text is filed."""

CONSENT_VERSION = "2026-11"
"""Version of the notice in texts/*/submit.ftl that a person agrees to; stored with the consent."""


class Facts(Struct, frozen=True):
    """What the outline is told before it is read."""

    consented: bool
    sender_name: str
    person_key: str
    now: datetime
    gazetteer: Gazetteer
    text_max: int
    files_max: int
    unit: str | None = None
    organisation: Organisation | None = None
    province: str | None = None
    before: str | None = None
    """The commune of the person's last petition: offered where the story names none."""
    at_work: bool = False
    """An officer files for somebody else: numbers are shown, and nobody is to be looked after here."""

    def hear(self, text: str) -> Heard:
        """Return what the text tells."""
        return hear(self.gazetteer, text, self.province)


def submit(facts: Facts) -> Outline[Draft | Ended]:
    """Ask for a petition. Read from the top after each message, hence: no clock, no query, no send."""
    content = yield from _story(facts.text_max)
    heard = facts.hear(content)

    confidential = heard.guarded is not None or heard.self_harm
    if heard.self_harm and not facts.at_work:
        yield from care_choice()
    if heard.guarded is not None:
        violence = heard.guarded is Kind.DENUNCIATION and bool(heard.danger)
        violence = violence and (bool(heard.child) or heard.accused is Accused.NOBODY)
        way = yield from _guarded(heard.guarded, violence=violence)
        if way == "guide":
            return Ended("violence" if violence else "guided", heard.guarded)
    consent = None
    if not facts.consented:
        consent = yield from CONSENT
        if consent == "no":
            return Ended("refused")

    commune = yield from Commune("commune", heard.commune, preset=facts.unit, near=facts.province, before=facts.before)
    organisation = yield from _organisation(facts.organisation or heard.organisation, chosen=facts.organisation)
    kind = heard.guarded or (yield from _kind(heard.kind))
    subject = (heard.subject or Subject.OTHER) if kind is Kind.THANKS else (yield from _subject(heard))
    details = Details(place=heard.place)
    if kind is not Kind.THANKS:
        details = yield from _details(heard.place, facts.files_max)
    on_behalf = yield from _on_behalf(heard.on_behalf)
    visibility = yield from _visibility(guarded=confidential, hidden=heard.wants_no_name)
    name, phone = facts.sender_name, ""
    if visibility is not NameVisibility.WITHOUT:
        name = yield from _name(heard.name or facts.sender_name)
        phone = yield from _phone(heard.phone)

    repeat = Repeat()
    if kind.becomes_case and not confidential:
        report = functools.partial(_report, facts, content, commune, subject, details)
        repeat = yield from RepeatQuestion(f"same-{commune}", report)
    draft = Draft(
        content, kind, commune, organisation, subject, details, on_behalf, visibility,
        "" if visibility is NameVisibility.WITHOUT else name, phone, repeat,
        confidential=confidential, danger=bool(heard.danger), accused=heard.accused,
        consent=CONSENT_VERSION if consent else None,
    )  # fmt: skip
    shows = functools.partial(summary, facts.gazetteer, draft, several=heard.several_matters)
    yield from LastLook("confirmed", shows=shows)
    return draft


@functools.cache
def _guarded_choice(kind: Kind, violence: bool) -> Choice:  # a key of the cache
    """
    A complaint or denunciation needs a signed paper: explain, and offer what the law allows.

    Who tells of violence needs help and no paper. Source: Law on domestic violence 13/2022/QH15, Art 19.
    """
    name = "denunciation" if kind is Kind.DENUNCIATION else "complaint"
    name = "violence" if violence else name
    options = (
        Option("sealed", words(f"guarded-{name}-send")),
        Option("guide", words("guarded-guide")),
        Option("stop", words("guarded-stop")),
    )
    return Choice("guarded", options, ask=words(f"guarded-{name}"), brief=words("guarded-ask-again"))


def _guarded(kind: Kind, *, violence: bool) -> Outline[str]:
    way = yield from _guarded_choice(kind, violence)
    return "guide" if way == "stop" else way


# Questions hold no answers, so one of each kind serves every reading: a petition is read twice a message.


@functools.cache
def _story(max_chars: int) -> Story:
    return Story("content", ask=words("submit-content"), label=words("label-content"), min_chars=3, max_chars=max_chars)


@functools.lru_cache(256)
def _details(place: str, files_max: int) -> DetailsQuestion:
    return DetailsQuestion("details", place=place, at_most=files_max)


class _Name(Text):
    takes_any_word = True

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take a name; "không cần tên" is none."""
        if said.option is None and wants_no_name(said.inbound.text):
            put(env.state, "visibility", NameVisibility.WITHOUT.value)
            return Answer("")
        return await super().take(said, env, memo)


@functools.lru_cache(256)
def _name(proposed: str) -> Text:
    ask, label = words("submit-name"), words("label-name")
    return _Name("name", ask=ask, label=label, proposed=proposed, max_chars=80, optional=True)


@functools.lru_cache(256)
def _phone(proposed: str) -> Text:
    ask, label = words("submit-phone"), words("label-phone")
    return Text("phone", ask=ask, label=label, proposed=proposed, max_chars=20, optional=True, parse=parse_phone)


@functools.cache
def _organisation_choice(suggested: Organisation, chosen: Organisation | None) -> Choice:
    ordered = (suggested, *(o for o in Organisation if o is not suggested))
    options = tuple(Option(o.value, organisation_words(o)) for o in ordered)
    return Choice(
        "organisation",
        (*options, Option("unknown", words("organisation-unknown"))),
        ask=words("submit-organisation", suggested=organisation_words(suggested)),
        label=words("label-organisation"),
        proposed=chosen.value if chosen else None,
        suggested=suggested.value,
    )


# Members by their codes are looked up: an enumeration that is called takes five times as long, at each reading.
_ORGANISATIONS = {one.value: one for one in Organisation} | {"unknown": Organisation.FRONT}
_KINDS = {one.value: one for one in Kind}
_SUBJECTS = {one.value: one for one in Subject}
_ON_BEHALF = {one.value: one for one in OnBehalf}
_VISIBILITIES = {one.value: one for one in NameVisibility}


def _organisation(suggested: Organisation, *, chosen: Organisation | None) -> Outline[Organisation]:
    return _ORGANISATIONS[(yield from _organisation_choice(suggested, chosen))]


@functools.cache
def _kind_choice(suggested: Kind) -> Choice:
    options = tuple(Option(kind.value, kind_words(kind)) for kind in TAKEN_IN_CHAT)
    return Choice("kind", options, ask=words("submit-kind"), label=words("label-kind"), proposed=suggested.value)


def _kind(suggested: Kind) -> Outline[Kind]:
    return _KINDS[(yield from _kind_choice(suggested))]


LIKELY_SUBJECTS = (Subject.ROADS, Subject.ENVIRONMENT, Subject.UTILITIES, Subject.LAND)
"""Offered first when the text tells nothing: what people write about most."""


_SUBJECT_OPTIONS = {s: Option(s.value, subject_words(s)) for s in Subject}


@functools.lru_cache(256)
def _subject_choice(subject: Subject | None, likely: tuple[Subject, ...]) -> LongChoice:
    """Offer the likeliest few; any other can be typed, and 'other' leaves it to the officer."""
    listed = tuple(dict.fromkeys((*(likely or LIKELY_SUBJECTS), Subject.OTHER)))
    hidden = tuple(s for s in Subject if s not in listed)
    return LongChoice(
        "subject",
        tuple(_SUBJECT_OPTIONS[s] for s in listed),
        tuple(_SUBJECT_OPTIONS[s] for s in hidden),
        ask=words("submit-subject"),
        label=words("label-subject"),
        proposed=subject.value if subject else None,
    )


def _subject(heard: Heard) -> Outline[Subject]:
    return _SUBJECTS[(yield from _subject_choice(heard.subject, heard.subjects))]


@functools.cache
def _on_behalf_choice(suggested: OnBehalf) -> Choice:
    options = tuple(Option(value.value, on_behalf_words(value)) for value in OnBehalf)
    return Choice(
        "on-behalf", options, ask=words("submit-on-behalf"), label=words("label-on-behalf"), proposed=suggested.value
    )


def _on_behalf(suggested: OnBehalf) -> Outline[OnBehalf]:
    return _ON_BEHALF[(yield from _on_behalf_choice(suggested))]


@functools.cache
def _visibility_choice(guarded: bool, hidden: bool) -> Choice:  # a key of the cache
    """For a guarded matter 'shown' is not among the options: the identity is protected."""
    values = [v for v in NameVisibility if not (guarded and v is NameVisibility.SHOWN)]
    return Choice(
        "visibility",
        tuple(Option(value.value, name_words(value)) for value in values),
        ask=words("submit-visibility"),
        label=words("label-visibility"),
        proposed=(NameVisibility.WITHOUT if hidden else NameVisibility.OFFICER_ONLY).value,
    )


def _visibility(*, guarded: bool, hidden: bool) -> Outline[NameVisibility]:
    return _VISIBILITIES[(yield from _visibility_choice(guarded, hidden))]


def _report(facts: Facts, content: str, commune: str, subject: Subject, details: Details) -> Report:
    text, seam = told_apart(content, details.place)
    return Report(
        id="new",
        text=text,
        commune_code=commune,
        province_code=province_of(facts.gazetteer, commune),
        at=facts.now,
        subject=subject.value,
        lat=details.pin.lat if details.pin else None,
        lon=details.pin.lon if details.pin else None,
        person=facts.person_key,
        seam=seam,
    )


def summary(gazetteer: Gazetteer, draft: Draft, *, several: bool) -> tuple[Words, ...]:
    """Return what is shown before filing: every answer, and who will see what."""
    shown = words(
        "submit-summary",
        content=shortened(story_of(draft.content), SUMMARY_CHARS),
        kind=kind_words(draft.kind),
        unit=unit_words(gazetteer, draft.commune),
        place=draft.details.place or words("summary-no-place"),
        pin="yes" if draft.details.pin else "no",
        files=len(draft.details.files),
        subject=subject_words(draft.subject),
        organisation=organisation_words(draft.organisation),
        behalf=on_behalf_words(draft.on_behalf),
        name=draft.name or words("summary-no-name"),
    )
    who = "guarded" if draft.confidential else draft.name_visibility.value.replace("_", "-")
    joined = (words("submit-summary-joined"),) if draft.repeat.case_id else ()
    if draft.repeat.urges:
        joined = (words("submit-summary-urging"),)
    if several:
        joined = (words("submit-summary-several"), *joined)
    if story_of(draft.content) != draft.content:
        cut = "letter" if letter_in(draft.content) is not None else "post"
        joined = (words(f"submit-summary-{cut}"), *joined)
    return shown, *joined, words(f"who-sees-{who}", organisation=organisation_words(draft.organisation))


async def facts_for(args: dict[str, Json], visit: Visit) -> Facts:
    """Return what the outline needs to know of the person and the house."""
    organisation = args.get("organisation")
    return Facts(
        consented=visit.consented,
        sender_name=visit.inbound.sender_name or visit.row.sender_name,
        person_key=str(visit.row.person_id),
        now=visit.now,
        gazetteer=visit.services.gazetteer(),
        text_max=visit.services.limits.petition_chars,
        files_max=visit.services.limits.files_per_petition,
        unit=args.get("unit"),
        organisation=Organisation(organisation) if organisation else None,
        province=args.get("province"),
        before=args.get("before"),
        at_work=visit.row.officer_id is not None,
    )


SUBMIT: Form[Draft | Ended] = Form(
    name=FORM,
    outline=submit,
    complete=complete,
    facts=facts_for,
    absorb=absorb,
    aside=aside,
    kept=frozenset({"content"}),
    gives_way=is_no_petition,
)
