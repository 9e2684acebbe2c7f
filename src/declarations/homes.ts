/** The file in which entries of a section live. */
import type { DocumentPath } from '../finding.js';
import { isRecord } from '../guards.js';
import type { DeclarationFile } from './model.js';

/** The file in which each section starts, below the folder of the declarations. */
export const HOMES: Readonly<Record<string, string>> = {
  contact_fields: 'fields.yaml',
  company_fields: 'fields.yaml',
  forms: 'forms.yaml',
  tags: 'tags.yaml',
  segments: 'segments.yaml',
  point_actions: 'scoring.yaml',
  point_triggers: 'scoring.yaml',
  point_groups: 'scoring.yaml',
  stages: 'scoring.yaml',
  categories: 'content.yaml',
  campaigns: 'content.yaml',
  emails: 'content.yaml',
  pages: 'content.yaml',
  dynamic_contents: 'content.yaml',
  focus_items: 'content.yaml',
  messages: 'content.yaml',
  text_messages: 'content.yaml',
  webhooks: 'content.yaml',
};

/** What no declaration file can be without. */
export const FIRST_LINE = 'version: 1';

/** The file of what is said of the whole policy, such as `organisation` and `rights`. */
export const POLICY_FILE = 'policy.yaml';

/** The file in which something of the whole policy would stand that none has yet: the one that is named for it, else the first. */
export function policyFile(files: readonly DeclarationFile[]): DeclarationFile | undefined {
  return files.find(({ path }) => path.split('/').at(-1) === POLICY_FILE) ?? files[0];
}

/** The file that has most entries of a section, the first of equal ones; undefined when none has the section. */
export function homeOf(files: readonly DeclarationFile[], section: string): DeclarationFile | undefined {
  let home: DeclarationFile | undefined;
  let most = -1;
  for (const file of files) {
    if (file.document.rangeOf([section], 'key') === undefined) continue;
    const entries = sizeAt(file.document.value, [section]);
    if (entries > most) [home, most] = [file, entries];
  }
  return home;
}

/** The same; where no file has the section, the one that is named for it, else the first. Undefined when there is no file. */
export function homeFor(files: readonly DeclarationFile[], section: string): DeclarationFile | undefined {
  return homeOf(files, section) ?? files.find(({ path }) => path.split('/').at(-1) === HOMES[section]) ?? files[0];
}

function sizeAt(value: unknown, path: DocumentPath): number {
  const [step, ...rest] = path;
  if (step !== undefined) return isRecord(value) ? sizeAt(value[step], rest) : 0;
  return isRecord(value) ? Object.keys(value).length : Array.isArray(value) ? value.length : 0;
}
