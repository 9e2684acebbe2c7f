/** A rule's template and the data of a finding → a sentence in parts, in one language. */
import type { FindingData, Language } from '../finding.js';
import type { RuleText } from '../lint/rule.js';
import { capitalised, code, type MessagePart, plainText, type Sentence, text } from './parts.js';
import { isPlaceholder, PLACEHOLDERS } from './placeholders.js';
import { parseTemplate, type TemplateNode } from './template.js';
import { wordsOf } from './words.js';

/** Words of a rule that hold placeholders may lead to other words, but not round in a circle. */
const DEPTH = 3;

type RuleWords = Readonly<Record<string, string>>;
/** Whether a placeholder put it there. */
type Draft = MessagePart & { readonly isShown?: boolean };

/**
 * Renders the message of a finding.
 * @param line where the finding stands, for `{line}` in the message itself; in the rule's own words `{line}` is the one of the data
 */
export function renderMessage(rule: RuleText, data: FindingData, language: Language, line?: number): Sentence {
  return renderTemplate(rule.message, data, language, rule.words, line);
}

/** Renders any sentence of a rule, such as its next step. */
export function renderTemplate(
  template: string,
  data: FindingData,
  language: Language,
  ruleWords: RuleWords = {},
  line?: number,
): Sentence {
  const words = wordsOf(language);

  function render(nodes: readonly TemplateNode[], values: FindingData, depth: number): Draft[] {
    return nodes.flatMap(node => {
      if (node.kind === 'text') return [text(node.text)];
      if (node.kind === 'placeholder') return show(node.name, values, depth).map(part => ({ ...part, isShown: true }));
      if (node.kind === 'code') return [code(plainText(render(node.nodes, values, depth)))];
      return node.nodes.every(inner => isFilled(inner, values, depth)) ? render(node.nodes, values, depth) : [];
    });
  }

  function show(name: string, values: FindingData, depth: number): Sentence {
    if (!isPlaceholder(name)) return [text(`{${name}}`)];
    const word = (key: string): Sentence | undefined => {
      const own = depth < DEPTH && Object.hasOwn(ruleWords, key) ? ruleWords[key] : undefined;
      return own === undefined ? undefined : render(parseTemplate(own), data, depth + 1);
    };
    return PLACEHOLDERS[name](values, { words, word });
  }

  function isFilled(node: TemplateNode, values: FindingData, depth: number): boolean {
    if (node.kind === 'placeholder') return plainText(show(node.name, values, depth)) !== '';
    return node.kind !== 'code' || node.nodes.every(inner => isFilled(inner, values, depth));
  }

  return merged(withCapitals(render(parseTemplate(template), line === undefined ? data : { ...data, line }, 0)));
}

/** A message of one sentence says what was found, and no more. */
export function saysWhatToDo(template: string): boolean {
  return /[.?!]\]?\s+[[A-ZÀ-ÖØ-Þ{'«`]/u.test(template);
}

const SENTENCE_END = /[.!?]\s+$/u;

/** What a placeholder puts at the start of a sentence gets a capital. */
function withCapitals(parts: readonly Draft[]): Draft[] {
  return parts.map((part, index) => {
    const before = parts[index - 1];
    const isStart = before === undefined || (before.kind === 'text' && SENTENCE_END.test(before.text));
    if (part.isShown !== true || part.kind === 'code' || !isStart) return part;
    return { ...part, text: capitalised(part.text) };
  });
}

function merged(parts: readonly Draft[]): MessagePart[] {
  const result: MessagePart[] = [];
  for (const { kind, text: words } of parts) {
    const last = result.at(-1);
    if (last?.kind === 'text' && kind === 'text') result[result.length - 1] = text(last.text + words);
    else if (words !== '') result.push({ kind, text: words });
  }
  return result;
}
