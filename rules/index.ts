/** Every rule, in the order of the catalogue. */
import type { Rule } from '../src/lint/rule.js';

export const rules: readonly Rule[] = [];
