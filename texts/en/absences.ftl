# An officer is away, and somebody stands in.

# Heard outside any form only: "away" may be an answer as well.
command-absence =
    /absence
command-absence-back =
    /back-at-work
absence-phrases =
    on leave
    away
absence-from =
    from
    on
    starting
absence-back-phrases =
    back at work
absence-button = Leave
absence-how = To tell that you will be away, write for example: on leave from { $first } to { $last }, substitute: Tran Thi Lan. When you return early, write: back at work.
absence-line = Away from { $first } to { $last }, substitute: { $name }.
absence-line-alone = Away from { $first } to { $last }, nobody stands in.
absence-day-not-understood = I do not understand this day. Please write it like: on leave from 24/11 to 28/11.
absence-days-wrong = These days cannot be: the last must follow the first, must not have passed, and be within a year.
absence-overlaps = You are away in this time already.
absence-no-substitute = This person cannot stand in: it takes another officer who handles cases.
absence-substitute-away = This person is away then, too. Please choose another.
absence-who = Who stands in for you from { $first } to { $last }?
absence-who-again = I am not sure who stands in. Please choose who does from { $first } to { $last }:
absence-person = { $name }
absence-nobody = Nobody stands in
absence-entered = Noted: you are away from { $first } to { $last }, { $name } stands in. Meanwhile your cases are in the digest of { $name }.
absence-entered-alone = Noted: you are away from { $first } to { $last } and nobody stands in. Your cases wait until you are back.
absence-end = Back early (away from { $first })
absence-ended = Noted: you are back at work. The next digest tells what happened meanwhile.
absence-none = You are not away on any day.
absence-told = { $name } is away from { $first } to { $last } and you stand in. Meanwhile their cases are in your digest and your work list; confidential ones stay with their own body.
absence-ended-told = { $name } is back at work. You stand in no longer; thank you.
