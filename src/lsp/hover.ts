/** What is known of a name, as Markdown: what Mautic has of an item, what the team says of a purpose or recipient. */
import { wholeRetention } from '../declarations/retention.js';
import type { Language } from '../finding.js';
import { formatIdentity, isKind, KINDS } from '../items.js';
import { entriesOf } from '../lint/entry-lookup.js';
import { nameOfPurpose, purposesIn } from '../lint/policy.js';
import type { RuleContext } from '../lint/rule.js';
import { resolveItem } from '../lint/usage/resolve.js';
import { code, listed, type Sentence, text, value } from '../output/parts.js';
import { countryIn, numberIn, periodIn } from '../output/values.js';
import type { Telling } from '../output/where/names.js';
import { whereWordsOf } from '../output/where/words.js';
import { type Words, wordsOf } from '../output/words.js';
import { aboutEntry, aboutItem } from './hover-item.js';
import { bold, inLine, inMarkdown, paragraphs } from './markdown.js';
import type { Meant } from './spot-at.js';
import { type ServerWords, serverWords } from './words.js';

/** Undefined when nothing is known of it. */
export function hoverText(meant: Meant, context: RuleContext, language: Language): string | undefined {
  const words = wordsOf(language);
  const own = serverWords(language);
  if (isKind(meant.kind)) return aboutNamed(meant, context, words, own);
  switch (meant.kind) {
    case 'purpose':
      return aboutPurpose(meant.key, context, words, own);
    case 'recipient':
    case 'recipient-or-system':
      return aboutRecipient(meant.key, context, words);
    default:
      return undefined;
  }
}

function aboutNamed({ kind, key, id }: Meant, context: RuleContext, words: Words, own: ServerWords): string | undefined {
  const { policy, snapshot, indexes, site } = context;
  const seen = { snapshot, index: indexes.steps, isLive: policy.isLive, isSiteScanned: site !== null };
  const telling: Telling = { words, where: whereWordsOf(words.language), ...seen };
  const entry = policy.entryFor(kind, key, id);
  const declared = entry === undefined ? undefined : aboutEntry(entry, context, telling, own);
  if (declared !== undefined) return declared;
  const resolved = resolveItem(formatIdentity(kind, key, id), snapshot, indexes.steps);
  return resolved.is === 'found' ? aboutItem(resolved.reference, context, telling, own) : undefined;
}

function aboutPurpose(key: string, { declarations, policy }: RuleContext, words: Words, own: ServerWords): string | undefined {
  const purpose = declarations.purposes.get(key);
  if (purpose === undefined) return undefined;
  const { description, legal_basis, retention, recipients = [] } = purpose.value;
  const bases = legal_basis === undefined ? [] : typeof legal_basis === 'string' ? [legal_basis] : legal_basis;
  const naming = KINDS.flatMap(kind => entriesOf(declarations, kind)).filter(entry => purposesIn(policy.standingOf(entry)).includes(key));
  const people = recipients.map((name): Sentence => [value(declarations.recipients.get(name)?.value.name ?? name)]);
  return paragraphs([
    inLine([bold([value(nameOfPurpose(purpose))]), inMarkdown([code(key)])]),
    description === undefined ? '' : inMarkdown([value(description)]),
    inLine([
      bases.length === 0 ? '' : `${own.legalBasis} ${bases.map(basis => words.bases[basis]).join(', ')}`,
      retention === undefined ? '' : `${own.retention} ${keptFor(retention, words)}`,
      people.length === 0 ? '' : `${own.recipients} ${inMarkdown(listed(people, words.and))}`,
    ]),
    own.items(numberIn(words, naming.length)),
  ]);
}

function keptFor(retention: Parameters<typeof wholeRetention>[0], words: Words): string {
  const { period, criteria, from } = wholeRetention(retention, 'purpose');
  const end: Sentence = period === undefined ? [value(criteria ?? '')] : [value(periodIn(words, period) ?? period)];
  return inMarkdown(from === undefined ? end : [...end, text(' ('), code(`from: ${from}`), text(')')]);
}

function aboutRecipient(key: string, { declarations }: RuleContext, words: Words): string | undefined {
  const recipient = declarations.recipients.get(key);
  if (recipient === undefined) return undefined;
  const { name, role, country } = recipient.value;
  return inLine([
    bold([value(name)]),
    inMarkdown([code(key)]),
    role === undefined ? '' : inMarkdown([code(role)]),
    country === undefined ? '' : inMarkdown([value(countryIn(words, country))]),
  ]);
}
