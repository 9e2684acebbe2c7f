/** How people are watched: surfaces, what they are watched for, how closely, behind which gate, with which cookies. */
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import type { Gate, TrackingMode } from '../../generated/declaration.js';
import { lengthChanges } from './lengths.js';
import type { BranchChange, Subject } from './model.js';
import { basisChanges, listChange } from './own-values.js';
import type { Joined } from './sides.js';
import { named, namedPurposes, ownSubject, without } from './subjects.js';

const SURFACES = ['website', 'email_opens', 'email_clicks', 'videos'] as const;

/** From nothing to each person. Where e-mails are watched and no mode is written, nothing holds it back. */
const MODES: readonly TrackingMode[] = ['off', 'aggregate', 'deliverability', 'individual'];

/** Changes of all tracking surfaces. */
export function trackingChanges(joined: Joined): BranchChange[] {
  const { before, after } = joined;
  return SURFACES.flatMap(surface => {
    const [old, now] = [surfaceIn(before.declarations.tracking[surface]), surfaceIn(after.declarations.tracking[surface])];
    const subject = now?.subject ?? old?.subject;
    if (subject === undefined) return [];
    if (old === undefined || now === undefined) {
      const purposes = namedPurposes(now?.value.purposes ?? [], after);
      const values = purposes.length === 0 ? {} : { values: purposes };
      return [{ ...subject, kind: old === undefined ? 'tracking-added' : 'tracking-gone', ...values } as const];
    }
    return surfaceChanges(subject, old.value, now.value, joined);
  });
}

type Surface = NonNullable<Joined['after']['declarations']['tracking'][(typeof SURFACES)[number]]>['value'];

/** Undefined when nobody is watched there. */
function surfaceIn(entry: Entry<Surface> | undefined): { readonly subject: Subject; readonly value: Surface } | undefined {
  const subject = entry === undefined ? undefined : ownSubject('tracking', entry, entry.key);
  if (entry === undefined || subject === undefined || modeOf(entry.value) === 'off') return undefined;
  return { subject, value: entry.value };
}

function modeOf(value: Surface): TrackingMode {
  return ('mode' in value ? value.mode : undefined) ?? 'individual';
}

function surfaceChanges(subject: Subject, old: Surface, now: Surface, { before, after, purposeNow }: Joined): BranchChange[] {
  const had = (old.purposes ?? []).map(purposeNow);
  const has = now.purposes ?? [];
  const [was, is] = [modeOf(old), modeOf(now)];
  const closer = MODES.indexOf(is) - MODES.indexOf(was);
  return [
    ...listChange(subject, 'purpose-added', namedPurposes(without(has, had), after)),
    ...listChange(subject, 'purpose-dropped', namedPurposes(without(had, has), after, before)),
    ...(closer === 0 ? [] : [{ ...subject, kind: closer > 0 ? 'tracking-raised' : 'tracking-lowered', before: was, after: is } as const]),
    ...basisChanges(subject, old.legal_basis, now.legal_basis),
    ...lengthChanges('tracking', old.retention, now.retention).map(change => ({ ...subject, ...change })),
    ...websiteChanges(subject, old, now),
  ];
}

/** A login holds back as much as a consent tool, for those without one. */
const IS_OPEN: Readonly<Record<Gate, boolean>> = { 'consent-tool': false, login: false, none: true };

function websiteChanges(subject: Subject, old: Surface, now: Surface): BranchChange[] {
  const visitors = lengthChanges(
    'visitors',
    'visitor_retention' in old ? old.visitor_retention : undefined,
    'visitor_retention' in now ? now.visitor_retention : undefined,
  );
  const [was, is] = [gateOf(old), gateOf(now)];
  const opened = IS_OPEN[is] && !IS_OPEN[was];
  return [
    ...visitors.map(change => ({ ...subject, ...change })),
    ...(opened ? [{ ...subject, kind: 'gate-opened', before: was } as const] : []),
    ...cookieChanges(subject, cookiesOf(old), cookiesOf(now)),
  ];
}

function gateOf(value: Surface): Gate {
  return ('gate' in value ? value.gate : undefined) ?? 'none';
}

/** Cookies with their lifetimes. */
function cookiesOf(value: Surface): ReadonlyMap<string, string | undefined> {
  const cookies = ('cookies' in value ? value.cookies : undefined) ?? {};
  return new Map(Object.entries(cookies).map(([name, cookie]) => [name, cookie?.lifetime]));
}

function cookieChanges(
  subject: Subject,
  old: ReadonlyMap<string, string | undefined>,
  now: ReadonlyMap<string, string | undefined>,
): BranchChange[] {
  const longer = [...now].flatMap(([name, lifetime]): BranchChange[] => {
    const was = old.get(name);
    const difference = daysIn(lifetime) - daysIn(was);
    if (!old.has(name) || was === undefined || lifetime === undefined || difference === 0) return [];
    const kind = difference > 0 ? 'cookie-longer' : 'cookie-shorter';
    return [{ ...subject, kind, values: named([name]), before: was, after: lifetime }];
  });
  return [
    ...listChange(subject, 'cookie-added', named(without([...now.keys()], [...old.keys()]))),
    ...listChange(subject, 'cookie-gone', named(without([...old.keys()], [...now.keys()]))),
    ...longer,
  ];
}

/** `session` ends with the visit. */
function daysIn(lifetime: string | undefined): number {
  return (lifetime === undefined ? undefined : daysOf(lifetime)) ?? 0;
}
