/** Purposes that need no entry; an entry of the same key replaces one. Source of the terms: the purpose vocabulary (`rules/data/purposes.yaml`). */
import type { Purpose } from '../generated/declaration.js';

export const BUILT_IN_PURPOSES: ReadonlyMap<string, Purpose> = new Map<string, Purpose>([
  [
    'legal-claims',
    {
      use: 'legal-claims',
      title: 'Legal claims',
      description: 'Bring, prove or answer legal claims for as long as they can be brought',
      legal_basis: 'legitimate-interests',
    },
  ],
  [
    'security-antispam',
    {
      use: 'security-antispam',
      title: 'Security and protection from spam',
      description: 'Keep forms and the site safe from abuse and automated entries',
      legal_basis: 'legitimate-interests',
    },
  ],
  [
    'site-operation',
    {
      use: 'site-operation',
      title: 'Operation of the site',
      description: 'Make the site and its forms work for the people who use them',
      legal_basis: 'legitimate-interests',
    },
  ],
]);
