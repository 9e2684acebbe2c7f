/** What earlier runs read in the files of a repository: a text that has not changed is not read again. Findings are worked out anew. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText, TextDocument } from '../text/document.js';
import { isSameText, type KeptText, keepText, packTexts, unpackTexts } from '../text/kept-texts.js';
import { cacheFile } from './cache-folder.js';
import type { Io } from './io.js';
import { programStamp } from './program-stamp.js';

export interface Memory {
  /** What was read in this very text, when it is known and had no fault. */
  recall(source: SourceText): KeptText | undefined;
  /** Remembers a text without a fault, and what was read in it. */
  learn(source: SourceText, document?: TextDocument): void;
  /** Leaves it to later runs, if there is something new. */
  save(): void;
}

/** @param root of the repository */
export function openMemory(root: string, env: Io['env']): Memory {
  const file = cacheFile('texts', root, env);
  const madeBy = programStamp();
  const before = unpackTexts(madeBy, file.read());
  const learnt = new Map<string, KeptText>();
  return {
    recall: ({ path, text }) => {
      const kept = before.get(path);
      return kept !== undefined && isSameText(kept, text) ? kept : undefined;
    },
    learn: ({ path, text }, document) => void learnt.set(path, keepText(text, document)),
    save: () => {
      if (learnt.size === 0) return;
      const others = [...before].filter(([path]) => existsSync(join(root, path)));
      file.write(packTexts(madeBy, new Map([...others, ...learnt])));
    },
  };
}
