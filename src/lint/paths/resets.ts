/** Automatisms that lift an unsubscribe, where nobody has just asked for it. */
import type { CampaignEvent, Item } from '../../mautic/snapshot.js';
import { isForced } from '../consent/forced.js';
import type { ConsentBox } from '../consent/holders.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { channelsOf } from '../purposes/vocabulary.js';
import type { CampaignParts } from './structure.js';

/** Every live form and campaign that does it, once. A yes that was stored earlier is older than the unsubscribe and does not count. */
export function resets(context: Indexed): readonly Item[] {
  const { snapshot, uses, policy, indexes } = context;
  const lifting = uses.to('record:dnc', 'removes').filter(({ from, id }) => {
    const item = snapshot.item(from);
    if (item === undefined || !policy.isLive(item)) return false;
    if (item.kind === 'form') return !asksAfresh(item, context);
    const campaign = indexes.paths.structure.campaigns.get(from);
    return campaign !== undefined && !isAsked(campaign, id, context);
  });
  return [...new Set(lifting.map(({ from }) => from))].flatMap(from => snapshot.item(from) ?? []);
}

/** By a box that people tick themselves, or by a button in a form that is there for nothing else. */
function asksAfresh(form: FormItem, { policy, indexes: { paths } }: Indexed): boolean {
  // A yes to something else lifts nothing; of a box of which nobody has said what it is for, that is not known.
  const isForMail = ({ purposes }: ConsentBox): boolean =>
    purposes.length === 0 || policy.purposes(purposes).some(({ value }) => channelsOf(value).includes('email'));
  if (policy.purposesOf(form).some(purpose => paths.asking.ask(form, purpose)?.by === 'button')) return true;
  return paths.asking.boxes(form).some(box => isForMail(box) && !isForced(box) && !isPreticked(box));
}

function isPreticked({ field }: ConsentBox): boolean {
  return field.default !== undefined && field.default !== 'empty';
}

/** Does everybody get to the step by way of a form that asks: on the branch of those who sent it, or because only such forms lead in? */
function isAsked({ item, events, sources, adders, conditions }: CampaignParts, id: number | undefined, context: Indexed): boolean {
  const asks = (reference: string): boolean => {
    const form = context.snapshot.item(reference);
    return form?.kind === 'form' && asksAfresh(form, context);
  };
  if (item.thin === true || events === undefined) return true;
  if (sources.length > 0 && adders.length === 0 && sources.every(({ to }) => asks(to))) return true;
  const byId = new Map(events.map(event => [event.id, event]));
  const passed = new Set<CampaignEvent>();
  for (let event = byId.get(id ?? 0); event !== undefined && !passed.has(event); event = byId.get(event.parent)) {
    passed.add(event);
    if (event.path === 'yes' && conditions.get(event.parent)?.uses.every(({ to }) => asks(to)) === true) return true;
  }
  return false;
}
