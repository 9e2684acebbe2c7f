/** The pixel that tells who opens an e-mail: is it on for every person, and did people agree to that? */
import type { Place, Severity } from '../../finding.js';
import { authorityGuidance } from '../../generated/data.js';
import { later } from '../../text/later.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { hasOwnConsent } from './consents.js';
import { isSeenIn, placeOfTrace, type Trace } from './surfaces.js';

export interface OpenPixel {
  readonly place: Place;
  /** What shows it. */
  readonly traces: readonly Trace[];
  /** Set where no authority of the declared countries has spoken of it. */
  readonly severity?: Severity;
}

const OPEN = 'email_open';
const GUIDED = later((): ReadonlySet<string> => new Set(authorityGuidance().open_tracking.map(({ country }) => country)));

/** Opens recorded person by person without a consent of their own; undefined when they are not, or people were asked. */
export function unaskedPixel(context: RuleContext): OpenPixel | undefined {
  const { declarations, indexes, kinds } = context;
  const block = declarations.tracking.email_opens;
  const mode = block?.value.mode;
  const all = (indexes.traces.get('email_opens') ?? []).filter(({ what }) => what === OPEN).filter(isSeenIn(kinds));
  const traces = mode === 'aggregate' || mode === 'deliverability' ? all.filter(feedsSomething) : all;
  // What nobody set is as Mautic ships it: the pixel is on.
  const isOn = declarations.instance.value.settings?.mailer_append_tracking_pixel !== false;
  const isSaid = mode === 'individual' || (block !== undefined && mode === undefined && isOn);
  if ((!isSaid && traces.length === 0) || hasOwnConsent(context, 'email_opens')) return undefined;
  const [first] = traces;
  const own = block?.place ?? undefined;
  const place = own === undefined ? first && placeOfTrace(context, first) : mode === undefined ? own : valueAt(own, 'mode');
  const countries = declarations.organisation.value.countries ?? [];
  const isUnguided = countries.length > 0 && !countries.some(country => GUIDED().has(country));
  return place === undefined ? undefined : { place, traces, ...(isUnguided ? { severity: 'warn' } : {}) };
}

/** The pixel alone shows nothing about a person; points, segments and decisions by opens do. */
function feedsSomething({ hows }: Trace): boolean {
  return [...hows].some(how => how !== 'tracks');
}
