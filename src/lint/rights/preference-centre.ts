/** Whether people can choose what they get, and by which channel. */
import { policyFile } from '../../declarations/homes.js';
import type { FilePlace } from '../../finding.js';
import type { Channel } from '../../generated/declaration.js';
import { comparableKey, parseIdentity } from '../../items.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import { channelsOf, traitsOf } from '../purposes/vocabulary.js';
import type { RuleContext } from '../rule.js';
import { marketingLists } from './lists.js';

type Page = ItemOf<'page'>;

export interface NoCentre {
  readonly place: FilePlace;
  /** Pages that are meant to be one, and do not work: not live, or without the button. */
  readonly pages: readonly Page[];
}

/** Without it people's choice is not kept, and Mautic shows its own plain page. */
const BUTTON = 'saveprefsbutton';
/** Ways by which Mautic itself sends. */
const SENT: ReadonlySet<Channel> = new Set<Channel>(['email', 'text-message', 'push']);

/**
 * Undefined where people have nothing to choose, or where a place to choose is: a working page in Mautic, one on the website, or Mautic's own
 * preference page, switched on.
 */
export function missingCentre(context: RuleContext): NoCentre | undefined {
  const { declarations, snapshot, policy } = context;
  const { rights, instance, files } = declarations;
  const home = policyFile(files);
  if (home === undefined || !hasChoice(context) || instance.value.settings?.show_contact_preferences === true) return undefined;
  const declared = rights.value.preference_centre;
  if (declared !== undefined && /^https?:/u.test(declared)) return undefined;
  const pages = snapshot.items('page').filter(page => (declared === undefined ? page.preference_centre === true : isNamed(page, declared)));
  // A page that is named and that Mautic does not have is told as a wrong reference.
  if (declared !== undefined && pages.length === 0) return undefined;
  if (pages.some(page => policy.isLive(page) && page.controls?.includes(BUTTON) !== false)) return undefined;
  const top: FilePlace = rights.place ?? { file: home.path, path: [], at: 'value' };
  return { place: rights.places.get('preference_centre') ?? top, pages };
}

/** More than one marketing purpose, list or channel. What is done outside Mautic, such as calls, is left out. */
function hasChoice(context: RuleContext): boolean {
  const purposes = [...context.declarations.purposes.values()].filter(
    ({ value }) =>
      traitsOf(value).includes('marketing') && (channelsOf(value).length === 0 || channelsOf(value).some(channel => SENT.has(channel))),
  );
  // What a use may go by says not that it does: of several, one is sure.
  const channels = new Set(
    purposes.flatMap(({ value }) => value.channels ?? channelsOf(value).slice(0, 1)).filter(channel => SENT.has(channel)),
  );
  return purposes.length > 1 || channels.size > 1 || marketingLists(context).length > 1;
}

function isNamed(page: Page, declared: string): boolean {
  const named = parseIdentity(comparableKey(declared));
  return named?.kind === 'page' && named.key === comparableKey(page.key) && (named.id === undefined || named.id === page.id);
}
