// Days and times as Vietnam counts them, whatever the device's clock is set to: UTC+7 all year.

const OFFSET = 7 * 3600 * 1000;

/** "2026-11-22" for a moment in milliseconds. */
export const dayOf = (moment) => new Date(moment + OFFSET).toISOString().slice(0, 10);

/** "14:05" for a moment in milliseconds. */
export const clockOf = (moment) => new Date(moment + OFFSET).toISOString().slice(11, 16);

/** Today, yesterday, or the weekday and date. */
export function dayWords(day, setup, now = Date.now()) {
  if (day === dayOf(now)) return setup.texts.today;
  if (day === dayOf(now - 24 * 3600 * 1000)) return setup.texts.yesterday;
  const [year, month, date] = day.split("-");
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return `${setup.weekdays[weekday]}, ${date}/${month}/${year}`;
}
