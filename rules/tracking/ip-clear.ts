import type { InstanceSettings } from '../../src/generated/declaration.js';
import { valueAt } from '../../src/lint/places.js';
import { rule } from '../../src/lint/rule.js';
import { keepingAddresses } from '../../src/lint/unstated.js';

interface Excess {
  readonly key: keyof InstanceSettings;
  /** Value of the setting that keeps too much. */
  readonly when: boolean;
  /** People are recognised by it, whether they agreed or not. */
  readonly recognises?: true;
}

const EXCESSES: readonly Excess[] = [
  { key: 'anonymize_ip', when: false },
  { key: 'track_contact_by_ip', when: true, recognises: true },
  { key: 'track_by_fingerprint', when: true, recognises: true },
  { key: 'ip_lookup_create_organization', when: true },
];

export default rule({
  id: 'ip-clear',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  settings: keepingAddresses,
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(1), 5(1)(c)', kind: 'law' },
    { cite: 'CJEU C-582/14 Breyer', kind: 'law' },
    { cite: 'WP224 on device fingerprinting', kind: 'guidance' },
    { cite: 'EDPB Guidelines 2/2023', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Full IP addresses, and people recognised by them',
      message:
        "Mautic keeps more about people's devices than marketing needs: {what}. A rough location is enough. Change it in Mautic's configuration, then correct `instance.settings`.",
      why: 'An IP address or the print of a browser leads to a person who has not told you who they are. Behind one address there may be a whole family.',
      next: "Mautic's API shows none of these settings, so only what `instance.settings` states is checked. Addresses stored before stay: have Mautic remove them (`mautic:anonymize:ip`, from 5.1).",
      words: {
        anonymize_ip: 'full IP addresses',
        track_contact_by_ip: 'contacts recognised by their IP address',
        track_by_fingerprint: 'contacts recognised by the print of their browser',
        ip_lookup_create_organization: 'companies guessed from the IP address',
      },
    },
    it: {
      title: 'Indirizzi IP completi e persone riconosciute da questi',
      message:
        'Dei dispositivi delle persone Mautic conserva più di quanto serva al marketing: {what}. Basta una posizione approssimativa. Cambia la configurazione di Mautic, poi correggi `instance.settings`.',
      why: "Un indirizzo IP o l'impronta di un browser porta a una persona che non ti ha detto chi è. Dietro un solo indirizzo può esserci un'intera famiglia.",
      next: "L'API di Mautic non mostra nessuna di queste impostazioni: si controlla solo ciò che è scritto in `instance.settings`. Gli indirizzi salvati prima restano: falli togliere a Mautic (`mautic:anonymize:ip`, dalla 5.1).",
      words: {
        anonymize_ip: 'indirizzi IP completi',
        track_contact_by_ip: "contatti riconosciuti dall'indirizzo IP",
        track_by_fingerprint: "contatti riconosciuti dall'impronta del browser",
        ip_lookup_create_organization: "aziende ricavate dall'indirizzo IP",
      },
    },
  },
  examples: {
    bad: { declarations: 'instance: {settings: {anonymize_ip: false}}', finds: ['instance'] },
    good: { declarations: 'instance: {settings: {anonymize_ip: true}}', finds: [] },
  },
  check: ({ declarations: { instance } }) => {
    const settings: InstanceSettings = instance.value.settings ?? {};
    const place = instance.places.get('settings');
    const found = EXCESSES.filter(({ key, when }) => settings[key] === when);
    const worst = found.find(({ recognises }) => recognises === true);
    const shown = worst ?? found[0];
    if (place === undefined || shown === undefined) return [];
    const data = { what: found.map(({ key }) => key) };
    return [{ subject: 'instance', place: valueAt(place, shown.key), data, ...(worst === undefined ? {} : { severity: 'error' }) }];
  },
});
