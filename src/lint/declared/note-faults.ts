/** Notes that silence a rule but are too short to say anything: `basis_note`, `retention.note`, `not_special`. */
import type { ItemEntry } from '../../declarations/model.js';
import { valueAt } from '../places.js';
import { NOTE_LENGTH } from '../purposes/basis-doubts.js';
import type { RuleContext } from '../rule.js';
import type { WaiverFault } from '../waivers/faults.js';

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'indexes' | 'judged'>;

/** Every note that is too short. A `basis_note` that basis-mismatch asks for in full is left to it. */
export function noteFaults({ declarations, policy, indexes, judged }: Known): WaiverFault[] {
  const asked = new Set(judged.filter(({ rule }) => rule === 'basis-mismatch').map(({ subject }) => subject));
  const faults: WaiverFault[] = [];
  const look = (fault: Omit<WaiverFault, 'limit' | 'key'>, text: string | undefined) => {
    if (text !== undefined && text.trim().length < NOTE_LENGTH) faults.push({ ...fault, key: fault.subject, limit: NOTE_LENGTH });
  };
  for (const { key, value, place } of declarations.purposes.values()) {
    const subject = `purpose:${key}`;
    if (place === null || asked.has(subject)) continue;
    look({ subject, place: valueAt(place, 'basis_note'), rules: ['basis-mismatch'], reason: 'short-basis-note' }, value.basis_note);
  }
  for (const { key, value, place } of Object.values(declarations.tracking)) {
    if (place === null) continue;
    const rules = [key === 'email_clicks' ? 'click-tracking' : 'email-pixel'];
    look({ subject: `tracking:${key}`, place: valueAt(place, 'basis_note'), rules, reason: 'short-basis-note' }, value.basis_note);
  }
  for (const { subject, key, whole, entry } of indexes.retentions) {
    const place = valueAt(entry, key, 'note');
    look({ subject, place, rules: ['retention-over-guidance'], reason: 'short-retention-note' }, whole.note);
  }
  for (const entry of policy.entries) {
    const { not_special } = entry.value;
    if (not_special === undefined) continue;
    const isText = typeof not_special === 'string';
    const place = isText ? valueAt(entry.place, 'not_special') : valueAt(entry.place, 'not_special', 'reason');
    const text = isText ? not_special : (not_special.reason ?? '');
    look({ subject: entry.identity, place, rules: rulesSilenced(entry), reason: 'short-not-special' }, text);
  }
  return faults;
}

/** The first of the rules about sensitive data that look at such an item. */
function rulesSilenced({ kind }: ItemEntry): string[] {
  if (kind === 'segment') return ['special-segment'];
  if (kind === 'point_action' || kind === 'point_trigger') return ['sensitive-scoring'];
  return kind === 'contact_field' || kind === 'company_field' || kind === 'form_field' ? ['special-field'] : ['special-tag'];
}
