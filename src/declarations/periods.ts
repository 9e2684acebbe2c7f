/** Periods (ISO 8601, whole numbers) as declarations write them: `P24M`, `P7D`, `PT1H`. */

const PERIOD = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** Twelfths of a day, hours and less as fractions: a month is 365/12 days, so that P1Y is exactly P12M. */
const TWELFTHS = [365 * 12, 365, 7 * 12, 12, 1 / 2, 1 / 120, 1 / 7200];

/** A period in days; undefined when the text is no period. */
export function daysOf(period: string): number | undefined {
  const match = PERIOD.exec(period);
  if (match === null) return undefined;
  return match.slice(1).reduce((sum, part, index) => sum + Number(part ?? 0) * (TWELFTHS[index] ?? 0), 0) / 12;
}
