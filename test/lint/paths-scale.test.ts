/** A large Mautic in which everything hangs together: how often a move is looked at, not how long it takes. */
import { describe, expect, it } from 'vitest';
import { openAudiences } from '../../src/lint/paths/audiences.js';
import type { ConsentPaths } from '../../src/lint/paths/consent-paths.js';
import { unaskedForms } from '../../src/lint/paths/unasked.js';
import { unconfirmedForms } from '../../src/lint/paths/unconfirmed.js';
import { waysBetween } from '../../src/lint/paths/ways.js';
import type { RuleContext } from '../../src/lint/rule.js';
import type { Item, Use } from '../../src/mautic/snapshot.js';
import { adds, contextOf, filters, item, sends, step, targets } from './paths-support.js';

const PER_KIND = 1000;
const USES = 50_000;
const PURPOSES = 3;

/** Numbers that look like chance, and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % PER_KIND;
  };
}

function large(): RuleContext {
  const next = numbers(7);
  const items: Item[] = [];
  for (let n = 0; n < PER_KIND; n++) {
    items.push(item(`form:f${n}`), item(`tag:t${n}`), item(`segment:s${n}`, { filter_rows: 20 }), item(`email:e${n}`));
    items.push(item(`campaign:c${n}`, { events: [step(1), step(2, 1)] }));
  }
  const makers: readonly (() => Use)[] = [
    () => adds(`form:f${next()}`, `tag:t${next()}`),
    () => filters(`segment:s${next()}`, `tag:t${next()}`, 'any-of', { n: next(), group: next() }),
    () => filters(`segment:s${next()}`, `segment:s${next()}`, 'any-of', { n: next(), group: next() }),
    () => targets(`campaign:c${next()}`, `segment:s${next()}`),
    () => adds(`campaign:c${next()}`, `tag:t${next()}`, { id: 2 }),
    () => sends(`campaign:c${next()}`, `email:e${next()}`),
    () => targets(`email:e${next()}`, `segment:s${next()}`),
  ];
  const uses = Array.from({ length: USES }, (_, n) => makers[n % makers.length]?.() ?? adds('form:f0', 'tag:t0'));
  const purposes = Array.from(
    { length: PURPOSES },
    (_, n) => `p${n}: {use: email-marketing, legal_basis: consent, consent: {tag: ok${n}, collected_by: ["offline:desk"]}}`,
  );
  const emails = Array.from({ length: PER_KIND }, (_, n) => `e${n}: {purposes: [p${n % PURPOSES}]}`);
  return contextOf({ declarations: `purposes: {${purposes.join(', ')}}\nemails: {${emails.join(', ')}}`, items, uses });
}

/** The context with a count of the moves that are looked at. */
function counted(context: RuleContext): { readonly context: RuleContext; readonly looks: () => number } {
  let looks = 0;
  const { paths, ...rest } = context.indexes;
  const counting: ConsentPaths = {
    ...paths,
    moves: {
      ...paths.moves,
      to: reference => {
        const moves = paths.moves.to(reference);
        looks += moves.length;
        return moves;
      },
    },
  };
  return { context: { ...context, indexes: { ...rest, paths: counting } }, looks: () => looks };
}

describe('5,000 items and 50,000 uses', () => {
  const whole = large();
  const moves = whole.indexes.paths.moves.all.length;

  it('are all moves', () => {
    expect([whole.snapshot.all.length, moves]).toEqual([5 * PER_KIND, USES]);
  });

  it('each is looked at twice for a purpose when forms are judged', () => {
    const { context, looks } = counted(whole);
    const found = unaskedForms(context);
    expect(found.length).toBeGreaterThan(PER_KIND / 2);
    expect(looks()).toBeLessThanOrEqual(2 * PURPOSES * moves);
  });

  it('audiences follow no way at all: who is where is worked out once for a purpose', () => {
    const { context, looks } = counted(whole);
    expect(openAudiences(context).length).toBeGreaterThan(PER_KIND);
    expect(looks()).toBe(0);
  });

  it('confirmations are looked for once for a purpose', () => {
    const { context, looks } = counted(whole);
    expect(unconfirmedForms(context)).toEqual([]);
    expect(looks()).toBeLessThanOrEqual(PURPOSES * moves);
  });

  it('the ways between two are cut off', () => {
    const { context, looks } = counted(whole);
    const { ways, isCut } = waysBetween('form:f1', 'email:e2', context, true);
    expect([ways.length, isCut]).toEqual([50, true]);
    expect(looks()).toBeLessThanOrEqual(2 * moves);
  });
});
