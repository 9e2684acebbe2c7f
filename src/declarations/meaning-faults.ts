/** What a schema cannot tell: days that the calendar does not have, and countries and languages that do not exist. */
import { type Meaning, meaningShapes } from '../generated/meanings.js';
import { isRecord } from '../guards.js';
import { COUNTRY_CODES, LANGUAGE_CODES } from './codes.js';
import { isDay } from './days.js';
import { stepInto } from './shapes.js';
import type { ValueFault } from './value-faults.js';

interface Check {
  readonly code: string;
  readonly isRight: (text: string) => boolean;
  /** What people mean by something else. */
  readonly meant?: ReadonlyMap<string, string>;
}

/** The United Kingdom, and Greece as the EU writes it. */
const OTHER_COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

/** 2024 is a leap year: a season may begin on 29 February. */
const SEASON_YEAR = '2024';

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>(
  Object.entries({
    Date: { code: 'date', isRight: isDay },
    Country: { code: 'country', isRight: text => COUNTRY_CODES().has(text), meant: OTHER_COUNTRIES },
    Language: { code: 'language', isRight: text => LANGUAGE_CODES().has(text) },
    Season: { code: 'season', isRight: text => text.split('/').every(day => isDay(`${SEASON_YEAR}-${day}`)) },
  } satisfies Record<Meaning, Check>),
);

/** The faults of a value that has passed the schema, in the order of the document. */
export function meaningFaults(value: unknown): ValueFault[] {
  const faults: ValueFault[] = [];
  const path: (string | number)[] = [];

  function look(part: unknown, shape: string): void {
    if (typeof part === 'string') {
      const check = CHECKS.get(shape);
      if (check?.isRight(part) === false) faults.push(faultOf(check, part, [...path]));
    } else if (Array.isArray(part)) {
      for (const [index, entry] of part.entries()) lookInto(entry, shape, index);
    } else if (isRecord(part)) {
      for (const key of Object.keys(part)) lookInto(part[key], shape, key);
    }
  }

  function lookInto(entry: unknown, shape: string, step: string | number): void {
    const inner = stepInto(meaningShapes, shape, step);
    if (inner === undefined || inner === '') return;
    path.push(step);
    look(entry, inner);
    path.pop();
  }

  look(value, '');
  return faults;
}

function faultOf({ code, meant }: Check, value: string, path: ValueFault['path']): ValueFault {
  const near = meant?.get(value);
  const fault = { code, path, at: 'value', data: { value } } as const;
  return near === undefined ? fault : { ...fault, data: { value, near }, isOnlyNear: true };
}
