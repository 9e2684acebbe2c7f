/** Who outside Mautic gets what a step reads: the hosts that one and the same place shares with. */
import { group } from '../../collections.js';
import type { AnyUse } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { Step, StepIndex } from './steps.js';

/** Recipients of what a step reads, as references; none when it stays inside. */
export type Recipients = (step: Step) => readonly string[];

const NOBODY: readonly string[] = [];

/** Uses of one source are looked at once, however many of its steps are asked for. */
export function recipientsIn(index: StepIndex): Recipients {
  const sharesOf = laterBy((from: string) => recipientsByPlace(index.from(from)));
  return ({ from, how, use }) => {
    if (how !== 'reads' || use === undefined) return NOBODY;
    const shares = sharesOf(from);
    if (shares.size === 0) return NOBODY;
    const shared = shares.get(placeOf(use)) ?? NOBODY;
    return use.at === 'content' ? shared.filter(to => to === hostOf(use)) : shared;
  };
}

function recipientsByPlace(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const shares = steps.filter(({ how }) => how === 'shares');
  const places = group(shares, ({ use }) => placeOf(use));
  return new Map([...places].map(([place, found]) => [place, [...new Set(found.map(({ to }) => to))]]));
}

/** A webhook and a mailed report send all they read; an action, a step or a content sends what it holds itself. */
function placeOf(use: AnyUse | undefined): string {
  if (use === undefined) return '';
  const [sender = ''] = use.at.split('.');
  if (sender === 'webhook' || sender === 'report') return sender;
  return `${use.at} ${use.id ?? ''} ${use.part ?? ''}`;
}

/** Of content only what stands in an address leaves Mautic, and goes to that host. */
function hostOf({ in: place, url }: AnyUse): string {
  return place === 'url' && url !== undefined ? `recipient:${url.replace(/\/.*$/su, '')}` : '';
}
