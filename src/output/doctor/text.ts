/** A diagnosis for a terminal. */
import { coverageWords } from '../../lint/coverage-words.js';
import type { Unchecked } from '../../lint/unchecked.js';
import type { Base } from '../../mautic/client/address.js';
import type { Diagnosis } from '../../mautic/client/doctor.js';
import { missingRights } from '../../mautic/client/doctor-role.js';
import { faultText } from '../../mautic/client/fault-words.js';
import { type Page, pageOn } from '../explain.js';
import { renderTemplate } from '../message.js';
import { code, listed, type Sentence, text, value } from '../parts.js';
import { fill } from '../template.js';
import { numberIn } from '../values.js';
import type { Screen } from '../where/text.js';
import { kindLines, remarksOn } from './kinds.js';
import { kindsIn, type Telling } from './names.js';
import { permissionLines, roleBlock } from './role.js';

/** One page: what was found, in the order in which one would look for it, and the role that a pull needs. */
export function doctorText(diagnosis: Diagnosis, unchecked: readonly Unchecked[], telling: Telling, { columns, palette }: Screen): string {
  const page = pageOn(columns, palette);
  const { words, doctor } = telling;
  const { base, fault, kinds, pull } = diagnosis;
  const rights = missingRights(diagnosis);
  const isWhole = fault === undefined;
  const blocks: readonly (readonly string[])[] = [
    page.paragraph(fill(doctor.title, { address: [value(addressOf(base))] }), 0, palette.bold),
    page.section(doctor.connection, connectionOf(diagnosis, telling).flatMap(page.entry)),
    isWhole
      ? []
      : page.section(doctor.wrong, [
          ...page.paragraph([text(faultText(fault, words.language))]),
          ...(kinds.length === 0 ? page.paragraph([text(doctor.again)]) : []),
        ]),
    isWhole || kinds.length === 0 ? [] : page.paragraph([text(doctor.asFar)], 0),
    kinds.length === 0
      ? []
      : page.section(doctor.kinds, [...kindLines(kinds, telling, palette), ...remarksOn(kinds, isWhole, telling).flatMap(page.entry)]),
    rights.length === 0 ? [] : page.section(doctor.change, permissionLines(rights, telling, page)),
    !isWhole || diagnosis.v2 === 'none' ? [] : page.section(doctor.v2, page.paragraph(v2Sentence(diagnosis.v2, telling))),
    pull === undefined ? [] : page.section(doctor.pull, page.paragraph(estimateSentence(pull, telling))),
    isWhole ? ruleBlock(unchecked, telling, page) : [],
    isWhole || kinds.length > 0 ? roleBlock(diagnosis, telling, page) : [],
  ];
  return `${blocks
    .filter(block => block.length > 0)
    .map(block => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The role that a pull needs, for somebody who has no login yet. */
export function roleText(telling: Telling, { columns, palette }: Screen): string {
  const page = pageOn(columns, palette);
  return `${roleBlock({ kinds: [], from7: undefined, v2: 'unknown' }, telling, page).join('\n')}\n`;
}

/** The address as it is asked, with its folder and `index.php`; without a slash at its end. */
export function addressOf({ origin, folder, index }: Base): string {
  return `${origin}${folder}${index ? '/index.php' : ''}`;
}

function connectionOf({ base, reached, tls, made, kinds, login }: Diagnosis, { doctor }: Telling): Sentence[] {
  const host = { host: [value(base.host)] };
  const isIn = kinds.length > 0;
  const version = made.mautic === undefined ? [text(doctor.noVersion)] : fill(doctor.version, { version: [value(made.mautic)] });
  return [
    fill(reached ? doctor.reached : doctor.notReached, host),
    fill(doctor.tls[tls], host),
    ...(isIn ? [version] : []),
    [text((isIn ? doctor.logins : doctor.triedLogins)[login])],
  ];
}

/** Shown by API v2 alone. */
export const V2_SHOWS: readonly string[] = [
  'email.excluded',
  'email.preference_page',
  'campaign.deleted_events',
  'segment.built',
  'page.scripts',
  'form.progressive',
];

/** Whether API v2 takes the login, and what only that shows. */
function v2Sentence(state: Exclude<Diagnosis['v2'], 'none'>, telling: Telling): Sentence {
  return fill(telling.doctor.v2States[state], { what: kindsIn(V2_SHOWS, telling) });
}

const MINUTE = 60;

function estimateSentence({ requests, seconds }: NonNullable<Diagnosis['pull']>, { words, doctor }: Telling): Sentence {
  const isLong = seconds > 2 * MINUTE;
  const amount = isLong ? Math.ceil(seconds / MINUTE) : seconds;
  const [one, many] = words.units[isLong ? 'minute' : 'second'];
  const time = `${numberIn(words, amount)} ${amount === 1 ? one : many}`;
  return fill(doctor.estimate, { requests: [text(numberIn(words, requests))], time: [text(time)] });
}

function ruleBlock(unchecked: readonly Unchecked[], telling: Telling, page: Page): string[] {
  const { doctor } = telling;
  if (unchecked.length === 0) return page.section(doctor.rules, page.paragraph([text(doctor.allRun)]));
  return page.section(
    doctor.notRun,
    unchecked.flatMap(cause => {
      const rules = listed(
        cause.rules.map(rule => [code(rule)]),
        telling.words.and,
      );
      return page.entry(fill(doctor.ruleCause, { reason: causeSentence(cause, telling), rules }));
    }),
  );
}

/** Why rules will not run, in the words of the finding that says so. */
export function causeSentence({ reason, what }: Unchecked, { words: { language } }: Telling): Sentence {
  return renderTemplate('{reason}', { reason, what }, language, coverageWords(language));
}
