/** One test for each breakage of the large example: it gives the findings that it should, and no others. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/index.js';
import type { Family } from '../../../src/lint/rule.js';
import { BREAKAGES } from './breakages/index.js';
import { lintAfter, told } from './breaking.js';

const FAMILIES: ReadonlyMap<string, Family> = new Map(rules.map(({ id, family }) => [id, family]));

/** Those of some families; a rule of the family is among those that tell it. */
export function breaks(...families: readonly Family[]): void {
  describe.each(families)('%s', family => {
    it.each(BREAKAGES[family].map(breakage => [breakage.happened, breakage] as const))('%s', (_, { edit, finds, notRun = [] }) => {
      expect(told(lintAfter(edit))).toEqual({ finds: [...finds].sort(), notRun });
      expect(finds.map(finding => FAMILIES.get(finding.replace(/ .*$/su, '')))).toContain(family);
    });
  });
}
