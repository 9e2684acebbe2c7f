/** The baseline: the findings that were accepted on a day, each by its identity. */
import type { DeclarationFile } from '../../declarations/model.js';
import type { Finding } from '../../finding.js';
import type { Accepted, BaselineFile } from '../../generated/baseline.js';
import { encode } from '../../mautic/canonical.js';
import { compareText } from '../../text/order.js';
import { repeatCounter } from '../fingerprint.js';
import type { RuleSetting } from '../rule.js';

export type { Accepted } from '../../generated/baseline.js';

/** A baseline, and the file that it was read from. */
export interface Baseline extends BaselineFile {
  readonly file: DeclarationFile;
}

/** Each finding with what the baseline calls it. */
export function identified(findings: readonly Finding[]): { readonly finding: Finding; readonly identity: Accepted }[] {
  const repeatOf = repeatCounter();
  return findings.map(finding => {
    const { rule, subject, key } = finding;
    const repeat = repeatOf(rule, finding);
    return { finding, identity: { rule, subject, ...(key ? { key } : {}), ...(repeat === 0 ? {} : { repeat }) } };
  });
}

/** Whether findings of a rule can be accepted: what takes no waiver takes no baseline, which is many waivers at once. */
export function isAcceptable(rule: string, settings: ReadonlyMap<string, RuleSetting>): boolean {
  return settings.get(rule)?.waivable !== false;
}

/** One text for what is the same finding. */
export function textOf({ rule, subject, key, repeat }: Accepted): string {
  return JSON.stringify([rule, subject, key ?? '', repeat ?? 0]);
}

/** The lines of the file, each with its line feed: sorted, one finding a line, the same findings giving the same bytes. */
export function baselineText({ host, written, accepted }: Pick<BaselineFile, 'host' | 'written' | 'accepted'>): string {
  const lines = [...accepted].sort(inOrder).map(({ rule, subject, key, repeat }) => encode({ rule, subject, key, repeat }));
  return [
    '{',
    '"format":"purposelint-baseline",',
    '"version":1,',
    ...(host === undefined ? [] : [`"host":${encode(host)},`]),
    `"written":${encode(written)},`,
    '"accepted":[',
    ...lines.map((line, index) => (index === lines.length - 1 ? line : `${line},`)),
    ']',
    '}',
    '',
  ].join('\n');
}

function inOrder(one: Accepted, other: Accepted): number {
  return (
    compareText(one.rule, other.rule) ||
    compareText(one.subject, other.subject) ||
    compareText(one.key ?? '', other.key ?? '') ||
    (one.repeat ?? 0) - (other.repeat ?? 0)
  );
}
