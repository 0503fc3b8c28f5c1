"""An officer's chat: joining, the work list, the card of a case, and a form for each step that asks something."""

from __future__ import annotations

from typing import Any

from conversation.forms import Form
from handlers.officer import (
    advising,
    amending,
    assigning,
    beside,
    calling,
    card,
    closing,
    emailing,
    figures,
    finding,
    handing,
    joining,
    months,
    offices,
    onward,
    pairs,
    periods,
    referring,
    slowest,
    steps,
    talking,
    typed,
    undoing,
    work,
)
from handlers.table import CommandHandler, TapHandler
from storage.worklist import Pile

_FORMS: tuple[Form[Any], ...] = (
    *joining.FORMS,
    *finding.FORMS,
    *talking.FORMS,
    *referring.FORMS,
    *amending.FORMS,
    *closing.FORMS,
    *assigning.FORMS,
    *offices.FORMS,
    *emailing.FORMS,
)
OFFICER_FORMS: dict[str, Form[Any]] = {form.name: form for form in _FORMS}

OFFICER_COMMANDS: dict[str, CommandHandler] = {
    "work": work.work_command,
    "work-new": work.pile_command(Pile.NEW),
    "work-today": work.pile_command(Pile.TODAY),
    "work-overdue": work.pile_command(Pile.OVERDUE),
    "pile-heard": work.pile_heard,
    "invitation": joining.invitation_command,
    "leave-office": joining.leave_command,
    "join": joining.join_command,
    "case": card.case_command,
    **advising.COMMANDS,
    **calling.COMMANDS,
    **closing.COMMANDS,
    **emailing.COMMANDS,
    **figures.COMMANDS,
    **finding.COMMANDS,
    **months.COMMANDS,
    **periods.COMMANDS,
    **offices.COMMANDS,
    **onward.COMMANDS,
    **pairs.COMMANDS,
    **slowest.COMMANDS,
    **typed.COMMANDS,
    **undoing.COMMANDS,
}
"""`join`, `case` and `pile-heard` have no words of their own: a token, a receipt code, a button's words lead there."""

OFFICER_TAPS: dict[str, TapHandler] = {
    "work": work.work_tap,
    "case": card.case_tap,
    "steps": steps.steps_tap,
    "do": steps.do_tap,
    "petitions": card.petitions_tap,
    "history": card.history_tap,
    "why": card.why_tap,
    "officer-leave": joining.leave_tap,
    **amending.TAPS,
    **beside.TAPS,
    **calling.TAPS,
    **finding.TAPS,
    **handing.TAPS,
    **offices.TAPS,
    **onward.TAPS,
    **pairs.TAPS,
}
