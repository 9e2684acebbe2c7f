/** What holds for every baseline: the same run finds nothing new, it can only shrink, and the order of files and lines says nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import undeclaredForm from '../../../rules/declaration/undeclared-form.js';
import undeclaredTag from '../../../rules/declaration/undeclared-tag.js';
import staleBaseline from '../../../rules/hygiene/stale-baseline.js';
import noPurpose from '../../../rules/purpose/no-purpose.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { type Accepted, baselineText, identified, isAcceptable, textOf } from '../../../src/lint/baseline/baseline.js';
import { readBaseline } from '../../../src/lint/baseline/read.js';
import { type LintResult, lint } from '../../../src/lint/lint.js';
import { snapshotOf } from '../../../src/output/example.js';

const RULES = [noPurpose, undeclaredForm, undeclaredTag, staleBaseline];

/** Something in Mautic, and what the team says about it. */
interface Thing {
  readonly kind: 'tag' | 'form';
  readonly name: string;
  readonly id: number;
  readonly said: 'nothing' | 'undecided' | 'decided';
}

const things: fc.Arbitrary<readonly Thing[]> = fc.uniqueArray(
  fc.record<Thing>({
    kind: fc.constantFrom('tag', 'form'),
    // Few names, so that forms share some; a tag is told by its text alone.
    name: fc.constantFrom('vip', 'Newsletter', '__proto__', 'a#1', 'è', 'x: y'),
    id: fc.integer({ min: 1, max: 9 }),
    said: fc.constantFrom('nothing', 'undecided', 'decided'),
  }),
  { selector: ({ kind, name, id }) => `${kind} ${kind === 'tag' ? name : id}`, maxLength: 12 },
);

const SECTIONS = { tag: 'tags', form: 'forms' } as const;
const SAID = { nothing: '', undecided: '{purposes: []}', decided: '{personal: false, reason: A label of the shop}' } as const;

/** A declaration file for each thing, so that their order can change. */
function filesOf(all: readonly Thing[]): { readonly path: string; readonly text: string }[] {
  return all
    .filter(({ said }) => said !== 'nothing')
    .map(({ kind, name, id, said }) => ({
      path: `${kind}-${id}.yaml`,
      text: `version: 1\n${SECTIONS[kind]}:\n  ${JSON.stringify(kind === 'tag' ? name : `${name}#${id}`)}: ${SAID[said]}\n`,
    }));
}

function look(all: readonly Thing[], accepted: readonly Accepted[] | null, isReversed = false): LintResult {
  const files = filesOf(all);
  const items = all.map(({ kind, name, id }) =>
    kind === 'tag' ? ({ kind, id, key: name, description: '' } as const) : ({ kind, id, key: name, published: true } as const),
  );
  const text =
    accepted === null ? '' : baselineText({ written: '2026-11-25', accepted: isReversed ? [...accepted].reverse() : [...accepted] });
  return lint({
    declarations: buildDeclarations(isReversed ? files.reverse() : files),
    snapshot: snapshotOf({ declarations: '', items, finds: [] }),
    baseline: accepted === null ? null : readBaseline({ path: 'baseline.json', text }),
    now: '2026-11-25',
    preset: 'recommended',
    rules: RULES,
    configured: new Map(),
  });
}

/** What `baseline write` accepts. */
function written({ findings, context }: LintResult): Accepted[] {
  const open = identified(findings).filter(({ finding }) => finding.state === 'open' && isAcceptable(finding.rule, context.settings));
  return open.map(({ identity }) => identity);
}

/** What `baseline prune` leaves. */
function pruned(all: readonly Thing[], accepted: readonly Accepted[]): string[] {
  const gone = new Set(look(all, accepted).context.stale.map(({ entry }) => textOf(entry)));
  return accepted.map(textOf).filter(text => !gone.has(text));
}

const textsOf = (accepted: readonly Accepted[]): string[] => accepted.map(textOf).sort();

describe('a baseline', () => {
  it('accepts all that the run found from which it was written, and nothing in it is without need', () => {
    fc.assert(
      fc.property(things, fc.boolean(), (all, isReversed) => {
        const first = look(all, null);
        const again = look(all, written(first), isReversed);
        expect(again.findings.filter(({ state }) => state === 'open')).toEqual([]);
        expect(again.findings).toHaveLength(first.findings.length);
        expect(again.context.stale).toEqual([]);
      }),
    );
  });

  it('lets exactly what is new through', () => {
    fc.assert(
      fc.property(things, all => {
        const fresh: Thing = { kind: 'tag', name: 'new one', id: 99, said: 'nothing' };
        const { findings } = look([...all, fresh], written(look(all, null)));
        expect(findings.filter(({ state }) => state === 'open').map(({ subject }) => subject)).toEqual(['tag:new one']);
      }),
    );
  });

  it('is pruned to exactly what is still found, whatever went, and once is enough', () => {
    fc.assert(
      fc.property(things, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, kept) => {
        // What goes may give the name of a form back to another one; so only what has its name alone goes here.
        const names = all.map(({ kind, name }) => `${kind} ${name}`);
        const left = all.filter((_, index) => kept[index] === true || names.filter(name => name === names[index]).length > 1);
        const accepted = written(look(all, null));
        const once = pruned(left, accepted);
        expect([...once].sort()).toEqual(textsOf(written(look(left, null))));
        const rest = accepted.filter(entry => once.includes(textOf(entry)));
        expect(pruned(left, rest)).toEqual(once);
      }),
    );
  });

  it('shrinks without a word about what it accepted, also when names are shared', () => {
    fc.assert(
      fc.property(things, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, kept) => {
        const left = all.filter((_, index) => kept[index] === true);
        const accepted = written(look(all, null));
        const once = new Set(pruned(left, accepted));
        const rest = accepted.filter(entry => once.has(textOf(entry)));
        expect(rest.length).toBeLessThanOrEqual(accepted.length);
        expect(look(left, rest).findings.filter(({ state }) => state !== 'baselined')).toEqual([]);
      }),
    );
  });
});
