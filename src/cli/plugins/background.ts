/** The team's own rules beside an editor: they look while typing goes on, and what they find comes with the next judgement. */
import type { Rule } from '../../lint/rule.js';
import type { Catalogue, Judged } from './catalogue.js';

/**
 * All rules for a policy: those of the team's own with what they found in it, or last found before it changed.
 * @param changed called when they have found it
 */
export function inBackground(catalogue: Catalogue, changed: () => void): (judged: Judged) => readonly Rule[] {
  let latest = catalogue.rules;
  let seen: Judged | undefined;
  let wanted: Judged | undefined;

  /** One policy after the other; those that were overtaken are left out. */
  async function look(): Promise<void> {
    while (wanted !== seen && wanted !== undefined) {
      const now = wanted;
      latest = await catalogue.ready(now);
      seen = now;
    }
    changed();
  }

  return judged => {
    if (catalogue.files.length === 0 || (wanted !== undefined && isSame(wanted, judged))) return latest;
    const isIdle = wanted === seen;
    wanted = judged;
    if (isIdle) void look();
    return latest;
  };
}

function isSame(one: Judged, other: Judged): boolean {
  const [files, others] = [one.declarations.files, other.declarations.files];
  return (
    one.snapshot === other.snapshot &&
    one.baseline === other.baseline &&
    one.now === other.now &&
    files.length === others.length &&
    files.every((file, index) => file.text === others[index]?.text && file.path === others[index]?.path)
  );
}
