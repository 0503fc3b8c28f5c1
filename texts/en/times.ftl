# Hours, days and weeks as people say them. Words alone: `handlers/digest_hearing.py` and `handlers/officer/days.py` say
# how they go together.

## The hour

heard-at = at
heard-clock-hour = h
heard-clock-half = thirty
heard-clock-minutes = minutes
heard-morning = am
heard-later-in-the-day = pm
heard-from = from
heard-until =
    to
    until
heard-no-span =
    none
    no

## Days of the week, from Monday

heard-weekday-0 =
    monday
    mon
heard-weekday-1 =
    tuesday
    tue
heard-weekday-2 =
    wednesday
    wed
heard-weekday-3 =
    thursday
    thu
heard-weekday-4 =
    friday
    fri
heard-weekday-5 =
    saturday
    sat
heard-weekday-6 =
    sunday
    sun
heard-days-joining =
    and
    from
heard-every-day = every day
heard-working-days = working days

## Near days, weeks, months

heard-day-0 = today
heard-day-1 = tomorrow
heard-day-2 = day after tomorrow
heard-before-day =
    by
    on
    until
    this
heard-next-week = next week
heard-end-of-week = end of week
heard-end-of-month = end of month
heard-days =
    day
    days
heard-weeks =
    week
    weeks
heard-count-1 =
    one
    a
heard-count-2 = two
heard-count-3 = three

## Away, put off

heard-substitute = substitute
heard-put-off =
    snooze
    put off
