/** The exit code of a check, and what to say when not everything could be looked at. */

import { daysBetween } from '../declarations/days.js';
import type { Severity } from '../finding.js';
import { SEVERITIES } from '../finding.js';
import type { LintResult } from '../lint/lint.js';
import { canBeMended, causeOf } from '../lint/unchecked.js';
import { unreadIn } from '../website/unread.js';
import type { Configuration } from './configuration.js';
import type { MessageCode } from './messages.js';
import { EXIT, type ExitCode } from './stop.js';

export interface Verdict {
  readonly exit: ExitCode;
  /** Why it is no all-clear, beside the findings. */
  readonly reasons: readonly { readonly code: MessageCode; readonly data: Readonly<Record<string, string | number>> }[];
}

/** People need not be counted, nor settings be stated; rules that failed are told by name. */
const TOLD_APART: ReadonlySet<string> = new Set(['not-counted', 'not-stated', 'failed']);

/** A snapshot older than this says nothing of today, whatever the severity of `snapshot-stale`. */
const TOO_OLD_DAYS = 90;

/**
 * Findings at or above `failOn` are exit 1. Without any, a rule of that weight that could not run is exit 3: what was not looked at is
 * not fine, nor is a file of the website that must be read; only people need not be counted. A snapshot that is too old, or none where one is wanted, is exit 3 whatever was found.
 * @param wantsSnapshot false when the run was asked to do without
 */
export function verdictOf(
  result: LintResult,
  failOn: Severity,
  wantsSnapshot: boolean,
  { snapshot: snapshotPath, website }: Pick<Configuration, 'snapshot' | 'website'>,
): Verdict {
  const { context, findings, notRun } = result;
  const { made } = context.snapshot;
  if (made === null && wantsSnapshot) return { exit: EXIT.notChecked, reasons: [{ code: 'no-snapshot', data: { path: snapshotPath } }] };
  const date = made?.taken_at.slice(0, 10) ?? context.now;
  const days = daysBetween(date, context.now);
  if (days > TOO_OLD_DAYS) return { exit: EXIT.notChecked, reasons: [{ code: 'old-snapshot', data: { date, days } }] };
  const counts = (severity: string): boolean => SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some(known => known === severity);
  if (findings.some(finding => finding.state === 'open' && counts(finding.severity))) return { exit: EXIT.findings, reasons: [] };
  const unread = website.required && context.site !== null ? unreadIn(context.site).length : 0;
  if (unread > 0) return { exit: EXIT.notChecked, reasons: [{ code: 'site-required', data: { count: unread } }] };
  const blind = new Set(
    notRun
      .filter(({ rule }) => wantsSnapshot && counts(context.settings.get(rule)?.severity ?? 'off'))
      .filter(entry => canBeMended(entry.why) && !TOLD_APART.has(causeOf(entry)))
      .map(({ rule }) => rule),
  );
  if (blind.size === 0) return { exit: EXIT.ok, reasons: [] };
  return { exit: EXIT.notChecked, reasons: [{ code: 'incomplete', data: { count: blind.size, rules: [...blind].join(', ') } }] };
}
