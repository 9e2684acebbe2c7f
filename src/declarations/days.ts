/** Days as declarations write them: `2026-11-25`. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Is it a day of the calendar, written as year, month and day? */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day that many days (earlier when negative) after a day. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  return dayOf(year, month, date + days);
}

/** The day that many months (earlier when negative) after a day; the last of the month where that day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const last = new Date(utc(year, month + months + 1, 0)).getUTCDate();
  return dayOf(year, month + months, Math.min(date, last));
}

/** How many days lie between two days; negative when the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(...partsOf(to)) - utc(...partsOf(from))) / 86_400_000);
}

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function dayOf(year: number, month: number, date: number): string {
  return new Date(utc(year, month, date)).toISOString().slice(0, 10);
}

/** Date.UTC reads years below 100 as of the twentieth century. */
function utc(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date);
}
