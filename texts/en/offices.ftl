# Where people can come: an officer or an administrator enters address, phone and hours.

command-office =
    office
    edit office
    enter office
    where we are
    /office
office-which-body = Whose office do you wish to enter?
office-other-body = Another body
office-commune = Of which commune or ward? Please type its name.
office-organisation = Of which organisation?
office-address-ask = Where can people meet { $body }? Please write the address, such as: 12 Tran Phu street, first floor.
office-address-known =
    The office of { $body } is entered as: { $known }

    Please write the new address, or keep this one.
office-phone-ask = Which phone is answered in office hours?
office-phone-known = The phone entered is { $known }. Please write the new one, or keep it.
office-phone-not-understood = There is no phone number in this. Write it like 0234 3822 123; several are divided by commas.
office-hours-ask = When is somebody there? For example: Monday to Friday, 7:30–11:30 and 13:30–17:00.
office-hours-known = The hours entered are { $known }. Please write the new ones, or keep them.
office-keep = Keep it
office-leave-empty = Leave it empty
office-empty = (empty)
office-summary =
    { $body }
    Address: { $address }
    Phone: { $phone }
    Office hours: { $hours }

    Whoever taps “Meet an officer” will see this.
office-save = Save
office-saved = The office of { $body } is saved. Whoever taps “Meet an officer” sees it.
office-cleared = The office of { $body } is empty now; people are told to come to the seat of their commune.
