/** Hand-made snapshots for the tests of uses. */
import { KINDS } from '../../src/items.js';
import { viewSnapshot } from '../../src/lint/snapshot-view.js';
import { indexSteps, type Step } from '../../src/lint/usage/steps.js';
import { loadSnapshot } from '../../src/mautic/load.js';

export type Row = Readonly<Record<string, unknown>>;

/** `kind:key` with properties; ids count on from 1. */
export const item = (identity: string, more: Row = {}): Row => {
  const colon = identity.indexOf(':');
  return { kind: identity.slice(0, colon), key: identity.slice(colon + 1), ...more };
};

/** `from how to`, with the place that such a use has. */
export const use = (from: string, how: string, to: string, more: Row = {}): Row => ({ from, how, to, at: 'content', ...more });

/** Everything is complete, unless `coverage` says otherwise. */
export function seen(items: readonly Row[], uses: readonly Row[], coverage: Readonly<Record<string, Row>> = {}) {
  const made = { taken_at: '2026-11-25T03:13:18Z', source: 'files', host: 'm.example', series: '5.1' };
  const kinds = KINDS.map(of => {
    const rows = items.filter(({ kind }) => kind === of).length;
    return { of, state: 'complete', rows, total: rows, ...coverage[of] };
  });
  const parts = Object.entries(coverage).filter(([of]) => of.includes('.'));
  const file = {
    ...{ format: 'purposelint-snapshot', version: 1, made },
    coverage: [...kinds, ...parts.map(([of, more]) => ({ of, ...more }))],
    items: items.map((row, index) => ({ id: index + 1, ...row })),
    uses,
  };
  const loaded = loadSnapshot(JSON.stringify(file), 'snapshot.json');
  const view = viewSnapshot(loaded);
  return { view, index: indexSteps(view, loaded.uses) };
}

export type Seen = ReturnType<typeof seen>;

export const told = ({ from, how, to }: Step): string => `${from} ${how} ${to}`;
