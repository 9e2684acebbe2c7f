/** All breakages of the large example, by the family of rules that tells them. */
import type { Family } from '../../../../src/lint/rule.js';
import type { Breakage } from '../breaking.js';
import { consent } from './consent.js';
import { declaration } from './declaration.js';
import { drift } from './drift.js';
import { hygiene } from './hygiene.js';
import { minimisation } from './minimisation.js';
import { rights, transparency } from './openness.js';
import { legalBasis, purpose } from './purposes.js';
import { retention } from './retention.js';
import { sharing } from './sharing.js';
import { specialCategory } from './special-category.js';
import { profiling, tracking } from './tracking.js';

export const BREAKAGES: Readonly<Record<Family, readonly Breakage[]>> = {
  declaration,
  drift,
  purpose,
  'legal-basis': legalBasis,
  consent,
  minimisation,
  'special-category': specialCategory,
  retention,
  tracking,
  profiling,
  transparency,
  rights,
  sharing,
  hygiene,
};
