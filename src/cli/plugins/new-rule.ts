/** `purposelint rules new NAME`: a rule that works, and its entry in purposelint.yaml. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rules as builtIn } from '../../../rules/index.js';
import { isRecord } from '../../guards.js';
import type { SourceText } from '../../text/document.js';
import { applyEdits } from '../../text/edits.js';
import { appendTo } from '../../text/insert.js';
import { parseYaml } from '../../text/yaml.js';
import { CONFIG_NAME, type Configuration } from '../configuration.js';
import { writeOwn } from '../own-files.js';
import { readSource } from '../session.js';
import { EXIT, Stop } from '../stop.js';
import type { Sentence } from './catalogue.js';
import { isRuleId } from './rule-shape.js';
import { ruleTemplate } from './template.js';

const FOLDER = 'privacy/rules';

/**
 * Writes the rule, then names it in the configuration.
 * @returns what was done
 * @throws Stop (exit 2) for a name that cannot be one, a file that is there, or one that cannot be written
 */
export function writeNewRule(config: Configuration, name: string): { readonly path: string; readonly done: Sentence } {
  if (!isRuleId(name)) throw new Stop(EXIT.usage, 'rules-bad-name', { name });
  if (builtIn.some(({ id }) => id === name)) throw new Stop(EXIT.usage, 'rules-taken', { name });
  const path = `${FOLDER}/${name}.ts`;
  if (existsSync(join(config.root, path))) throw new Stop(EXIT.usage, 'rules-exists', { path });
  // All is worked out before the first byte is written.
  const source = config.file === null ? undefined : readSource(config.root, config.file);
  const named = source === undefined ? undefined : withPlugin(source, `./${path}`);
  const settings = source === undefined || named === undefined ? [] : [{ ...source, text: named }];
  writeOwn(config.root, [{ path, text: ruleTemplate(name) }, ...settings]);
  const code = source === undefined ? 'rules-written-alone' : named === undefined ? 'rules-not-added' : 'rules-written';
  return { path, done: { code, data: { path, config: CONFIG_NAME } } };
}

/** The configuration with one more path in `plugins`; undefined where it cannot be added by text edit. */
function withPlugin({ text }: SourceText, path: string): string | undefined {
  const document = parseYaml(text);
  const plugins = isRecord(document.value) ? document.value.plugins : undefined;
  if (Array.isArray(plugins) && plugins.includes(path)) return text;
  const edits = appendTo(document, text, ['plugins'], `- ${path}`);
  return edits === undefined ? undefined : applyEdits(text, edits);
}
