/** What a role may see, one line a kind, and what such a line has no place for. */
import { coverageWords } from '../../lint/coverage-words.js';
import { isListed, type KindSight, type Sees } from '../../mautic/client/doctor-sights.js';
import { faultText } from '../../mautic/client/fault-words.js';
import { RIGHTS, seesOwn } from '../../mautic/rights.js';
import type { Palette } from '../palette.js';
import { plainText, type Sentence, text } from '../parts.js';
import { fill } from '../template.js';
import { numberIn } from '../values.js';
import { kindsIn, permissionOf, type Telling } from './names.js';

const COLOURS: Readonly<Record<Sees, keyof Palette>> = {
  all: 'green',
  'perhaps-all': 'yellow',
  own: 'yellow',
  unproven: 'yellow',
  refused: 'red',
  failed: 'red',
  'not-in-version': 'dim',
  'plugin-off': 'dim',
};

/** One line a kind: its name, how many of it are shown, and whether that is all. */
export function kindLines(kinds: readonly KindSight[], { words, doctor }: Telling, palette: Palette): string[] {
  const rows = kinds.map(({ kind, sees, visible, exist = 0 }) => ({
    name: (coverageWords(words.language)[kind] ?? kind).replace(doctor.article, ''),
    count: isListed(sees) ? numberIn(words, visible) : '',
    sees: palette[COLOURS[sees]](plainText(fill(doctor.sees[sees], { exist: [text(numberIn(words, exist))] }))),
  }));
  const widest = (cells: readonly string[]): number => Math.max(...cells.map(cell => cell.length));
  const [nameWidth, countWidth] = [widest(rows.map(({ name }) => name)), widest(rows.map(({ count }) => count))];
  return rows.map(({ name, count, sees }) => `  ${name.padEnd(nameWidth)}  ${count.padStart(countWidth)}  ${sees}`);
}

/**
 * What a line of the table has no place for.
 * @param isWhole whether all totals were asked for
 */
export function remarksOn(kinds: readonly KindSight[], isWhole: boolean, telling: Telling): Sentence[] {
  const { words, doctor } = telling;
  const about = (template: string, is: (sight: KindSight) => boolean): Sentence[] => {
    const meant = kinds.filter(is).map(({ kind }) => kind);
    return meant.length === 0 ? [] : [fill(template, { kinds: kindsIn(meant, telling) })];
  };
  const faults = [...new Set(kinds.flatMap(({ fault }) => (fault === undefined ? [] : [faultText(fault, words.language)])))];
  return [
    ...about(doctor.failed, sight => isError(sight) && seesOwn(sight.kind)),
    ...about(doctor.failedElse, sight => isError(sight) && !seesOwn(sight.kind)),
    ...about(doctor.strange, sight => sight.sees === 'failed' && sight.fault === undefined && !isError(sight)),
    ...faults.map(sentence => [text(sentence)]),
    ...about(doctor.unproven, ({ sees, why }) => isWhole && sees === 'unproven' && !why.includes('v2-login')),
    ...kinds.filter(({ sees }) => sees === 'perhaps-all').map(sight => perhapsAll(sight, telling)),
  ];
}

function isError({ sees, why }: KindSight): boolean {
  return sees === 'failed' && why.includes('error-500');
}

function perhapsAll({ kind, visible, exist = 0 }: KindSight, { words, doctor }: Telling): Sentence {
  return fill(doctor.perhapsAll, {
    visible: [text(numberIn(words, visible))],
    exist: [text(numberIn(words, exist))],
    permission: [permissionOf(RIGHTS[kind])],
  });
}
