/** Periods (ISO 8601, whole numbers) as declarations write them: `P24M`, `P7D`, `PT1H`. */

const PERIOD = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** Twelfths of a day, hours and less as fractions: a month is 365/12 days, so that P1Y is exactly P12M. */
const TWELFTHS = [365 * 12, 365, 7 * 12, 12, 1 / 2, 1 / 120, 1 / 7200];

/**
 * How many years, months, weeks, days, hours, minutes and seconds a period says, as digits.
 * @returns undefined in place of what it does not say, and of the whole when the text is no period
 */
export function amountsIn(period: string): readonly (string | undefined)[] | undefined {
  return PERIOD.exec(period)?.slice(1);
}

/** A period in days; undefined when the text is no period. */
export function daysOf(period: string): number | undefined {
  const sum = amountsIn(period)?.reduce((total, amount, index) => total + Number(amount ?? 0) * (TWELFTHS[index] ?? 0), 0);
  return sum === undefined ? undefined : sum / 12;
}
