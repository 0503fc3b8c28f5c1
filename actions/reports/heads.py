"""How a body's documents begin and end: issuer, symbol, place, signatory, recipients. Usual ones, and what was set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from actions.reports.names import REPORT_LANGUAGE, Names, organisation_name
from domain.kinds import Organisation
from domain.units import CENTRE, COMMUNE_CODE_DIGITS, PROVINCE_CODE_DIGITS
from reports.value import Layout, Recipient, Signature, SigningForm
from texts import say


@dataclass(frozen=True, slots=True)
class Head:
    """What a body's documents have around their body. `body` is how it calls itself in a sentence."""

    layout: Layout
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    symbol: str
    place: str
    body: str
    committee: str
    signature: Signature
    recipients: tuple[Recipient, ...]
    filing: str
    next_number: int | None
    author: str = ""
    """The issuer's name in a sentence; empty where a body has set lines of its own."""

    receives: str = ""
    """Who receives what people say, where that is not the body that reports."""


def head_of(
    unit: str, organisation: str, names: Names, *, party: bool, committee: str = "", own: Row[Any] | None = None
) -> Head:
    """Return a body's head; `own` is its row of `report_body`, where anything set wins over what is usual."""
    usual = _party(unit, names) if party else _organisation(unit, organisation, names)
    signature = usual.signature
    if own is not None:
        signature = Signature(
            SigningForm(own.signing_form) if own.signing_form else signature.form,
            own.for_whom or signature.for_whom,
            own.post or signature.post,
            own.signer,
            own.board,
        )
    return Head(
        layout=usual.layout,
        superior=tuple(own.superior) if own is not None and own.superior else usual.superior,
        issuer=tuple(own.issuer) if own is not None and own.issuer else usual.issuer,
        symbol=(own.symbol if own is not None else "") or usual.symbol,
        place=(own.place if own is not None else "") or usual.place,
        body=usual.body,
        committee=committee or (own.committee if own is not None else "") or usual.committee,
        signature=signature,
        recipients=tuple(Recipient(*pair) for pair in own.recipients)
        if own is not None and own.recipients
        else usual.recipients,
        filing=(own.filing if own is not None else "") or usual.filing,
        next_number=own.next_number if own is not None else None,
        author="" if own is not None and own.issuer else usual.author,
        receives=usual.receives or usual.body,
    )


def _say(key: str, **values: str) -> str:
    return say(key, REPORT_LANGUAGE, values)


def _province_of(unit: str, names: Names) -> str:
    """Return the code of the province that a commune lies in, from the names of the report."""
    if len(unit) != COMMUNE_CODE_DIGITS:
        return unit
    return next((code for code in names.units if len(code) == PROVINCE_CODE_DIGITS), "")


def _standing_committee(unit: str, names: Names) -> str:
    return _say("report-standing-committee", type=names.type(unit), name=names.plain(unit))


def _organisation(unit: str, organisation: str, names: Names) -> Head:
    where = names.unit(unit)
    front = _say("report-front-centre") if unit == CENTRE else _say("report-front-of", unit=where)
    board, committee = _say("report-board"), _standing_committee(unit, names)
    if organisation in {"", Organisation.FRONT.value}:
        superior = (front,) if unit == CENTRE else (_say("report-front"), where)
        body = front if organisation or unit == CENTRE else _say("report-whole", unit=where)
        issuer, symbol, post = (board,), "BC-MTTQ-BTT", _say("report-post-chair")
        author = _say("report-recipient-superior", body=front)
    else:
        board = _say("report-standing")
        body = author = _organisation_of(organisation, unit, names)
        superior = (front,) if unit == CENTRE else (_say("report-front"), where)
        issuer, symbol = (_organisation_called(organisation, unit),), "BC-BTV"
        post = _say("report-post-secretary" if organisation == Organisation.YOUTH.value else "report-post-chair")
    over = _province_of(unit, names)
    above = _say("report-front-centre") if over == unit else _say("report-front-of", unit=names.unit(over))
    report, know = _say("report-purpose-report"), _say("report-purpose-know")
    recipients = [Recipient(committee, report)]
    filing = _say("report-filing")
    if organisation in {"", Organisation.FRONT.value}:
        recipients.append(Recipient(_say("report-recipient-superior", body=above), report))
        recipients.append(Recipient(_say("report-recipient-organisations", unit=where), know))
    else:
        recipients.append(Recipient(_say("report-recipient-superior", body=front), report))
        if over != unit:
            recipients.append(Recipient(_organisation_of(organisation, over, names), report))
        filing = _say("report-filing-organisation")
    signature = Signature(SigningForm.ON_BEHALF, board, post)
    return Head(
        Layout.FRONT, superior, issuer, symbol, names.plain(unit), body, committee, signature, tuple(recipients),
        filing, None, author,
    )  # fmt: skip


def _organisation_called(organisation: str, unit: str) -> str:
    """Return an organisation's name at a level: the trade union of a province is a federation."""
    if organisation == Organisation.TRADE_UNION.value and len(unit) == PROVINCE_CODE_DIGITS and unit != CENTRE:
        return _say("report-trade-union-of-province")
    return organisation_name(organisation)


def _organisation_of(organisation: str, unit: str, names: Names) -> str:
    called = _organisation_called(organisation, unit)
    return _say("report-organisation-of", organisation=called, unit=names.unit(unit))


def _party(unit: str, names: Names) -> Head:
    over, commune = _province_of(unit, names), len(unit) == COMMUNE_CODE_DIGITS
    superior = (_say("report-party-over", type=names.type(over), name=names.plain(over)),) if commune else ()
    body = _say("report-party-of", type=names.type(unit), name=names.plain(unit))
    committee = _standing_committee(over, names) if commune else _say("report-party-centre")
    signature = Signature(SigningForm.ON_BEHALF, _say("report-standing"), _say("report-post-deputy-secretary"))
    recipients = (Recipient(committee, _say("report-purpose-report")),)
    return Head(
        Layout.PARTY, superior, (body,), "BC/ĐU" if commune else "BC/TU", names.plain(unit), body, committee,
        signature, recipients, _say("report-filing-party"), None, body, _say("report-whole", unit=names.unit(unit)),
    )  # fmt: skip
