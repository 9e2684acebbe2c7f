/** How consent tools mark what they hold back until a visitor agrees. Facts of the tools' own installation guides. */
import { HOLE } from './site.js';

type Attributes = ReadonlyMap<string, string>;

interface Mark {
  readonly tool: string;
  readonly attribute: string;
  /** What the value has to be like; left out: anything. */
  readonly value?: RegExp;
}

/** Marks of elements that a consent tool starts. */
const MARKS: readonly Mark[] = [
  { tool: 'Cookiebot', attribute: 'data-cookieconsent' },
  { tool: 'Cookiebot', attribute: 'data-cookieblock-src' },
  { tool: 'CookieConsent', attribute: 'data-category' },
  { tool: 'CookieConsent, Cookie Script', attribute: 'data-cookiecategory' },
  { tool: 'Cookie Script', attribute: 'data-cookiescript' },
  { tool: 'Usercentrics', attribute: 'data-usercentrics' },
  { tool: 'Usercentrics', attribute: 'data-uc-src' },
  { tool: 'consentmanager', attribute: 'data-cmp-src' },
  { tool: 'consentmanager', attribute: 'data-cmp-vendor' },
  { tool: 'consentmanager', attribute: 'class', value: /(?:^|\s)cmplazyload(?:\s|$)/u },
  { tool: 'Complianz', attribute: 'data-src-cmplz' },
  { tool: 'Complianz', attribute: 'class', value: /(?:^|\s)cmplz-(?:script|blocked-content|iframe)(?:\s|$)/u },
  { tool: 'iubenda', attribute: 'class', value: /(?:^|\s)_iub_cs_activate(?:-inline)?(?:\s|$)/u },
  { tool: 'iubenda', attribute: 'data-suppressedsrc' },
  { tool: 'iubenda', attribute: 'suppressedsrc' },
  { tool: 'OneTrust', attribute: 'class', value: /(?:^|\s)optanon-category-/u },
  { tool: 'CookieYes', attribute: 'data-cookieyes' },
  { tool: 'CookieYes', attribute: 'data-cky-tag' },
  { tool: 'Termly', attribute: 'data-categories' },
  { tool: 'Borlabs Cookie', attribute: 'data-borlabs-script-blocker-id' },
  { tool: 'Borlabs Cookie', attribute: 'data-borlabs-cookie-script-blocker-id' },
  { tool: 'Real Cookie Banner', attribute: 'consent-required' },
  { tool: 'Didomi', attribute: 'type', value: /^didomi\//iu },
  { tool: 'Klaro and most others', attribute: 'type', value: /^\s*text\/plain\s*$/iu },
  { tool: 'any that loads later', attribute: 'data-src' },
];

/** Settings whose address a tool loads after the yes: tarteaucitron's own service for Mautic. */
const HELD_SETTING = /^(?:window\.)?tarteaucitron\.user\.\w+$/u;

/** @param setting what an address is assigned to, as the code writes it */
export function isHeldSetting(setting: string): boolean {
  return HELD_SETTING.test(setting);
}

/** Categories that no tool waits for: what stands in them starts at once. */
const ALWAYS = /(?:^|[-\s])(?:ignore|necessary|essential|strictly-necessary|C0001)(?:$|\s)/iu;
/** Where the categories stand. */
const CATEGORY: readonly string[] = [
  'data-cookieconsent',
  'data-category',
  'data-cookiecategory',
  'data-cookieyes',
  'data-cky-tag',
  'data-categories',
  'class',
];
/** Where tools put the address of what they hold back. */
const HELD_ADDRESSES: readonly string[] = [
  'data-src',
  'data-cmp-src',
  'data-uc-src',
  'data-cookieblock-src',
  'data-src-cmplz',
  'data-suppressedsrc',
  'suppressedsrc',
  'consent-original-src-_',
];

/** Whether an element waits for a consent tool. */
export function isHeld(attributes: Attributes): boolean {
  const marks = MARKS.filter(({ attribute, value }) => {
    const own = attributes.get(attribute);
    if (own === undefined || (attribute === 'data-src' && (attributes.get('src') ?? '') !== '')) return false;
    return value === undefined || value.test(own);
  });
  return marks.length > 0 && !CATEGORY.some(name => isAlways(attributes.get(name)));
}

function isAlways(category: string | undefined): boolean {
  return category !== undefined && !category.includes(HOLE) && ALWAYS.test(category);
}

/** Names of the attributes that may hold the address which an element loads, at once or later. */
export const LOADED_ADDRESSES: readonly string[] = ['src', ...HELD_ADDRESSES];
