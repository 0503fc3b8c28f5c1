# Hours, days and weeks as people say them. Words alone: `handlers/digest_hearing.py` and `handlers/officer/days.py` say
# how they go together. Matched without diacritics.

## Giờ

heard-at = lúc
heard-clock-hour =
    h
    g
    giờ
heard-clock-half = rưỡi
heard-clock-minutes = phút
heard-morning = sáng
heard-later-in-the-day =
    chiều
    tối
heard-from = từ
heard-until =
    đến
    tới
heard-no-span =
    không
    không nghỉ

## Ngày trong tuần, từ thứ hai

heard-weekday-0 =
    thứ 2
    thứ hai
    t2
heard-weekday-1 =
    thứ 3
    thứ ba
    t3
heard-weekday-2 =
    thứ 4
    thứ tư
    t4
heard-weekday-3 =
    thứ 5
    thứ năm
    t5
heard-weekday-4 =
    thứ 6
    thứ sáu
    t6
heard-weekday-5 =
    thứ 7
    thứ bảy
    t7
heard-weekday-6 =
    chủ nhật
    cn
heard-days-joining =
    các
    ngày
    và
    từ
heard-every-day =
    cả tuần
    mọi ngày
    hằng ngày
heard-working-days =
    ngày làm việc
    các ngày làm việc

## Ngày gần, tuần, tháng

heard-day-0 =
    hôm nay
heard-day-1 =
    mai
    ngày mai
heard-day-2 =
    ngày kia
    mốt
heard-before-day =
    hẹn
    dặn
    bà con
    đến
    trước
    hết
    vào
    ngày
    sáng
    chiều
heard-next-week =
    tuần sau
    tuần tới
heard-end-of-week = cuối tuần
heard-end-of-month = cuối tháng
heard-days = ngày
heard-weeks = tuần
heard-count-1 = một
heard-count-2 = hai
heard-count-3 = ba

## Nghỉ, hoãn

heard-substitute =
    người thay
    người làm thay
    thay bởi
heard-put-off =
    để
    để lại
    hoãn
    hoãn lại
