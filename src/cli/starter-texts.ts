/** The texts that `init` starts files with. */
import { posix } from 'node:path';
import { FIRST_LINE } from '../declarations/homes.js';
import { LANGUAGES, type Language } from '../finding.js';

/** purposelint.yaml with every key of everyday use. */
export function configStart(language: Language): string {
  const others = LANGUAGES.filter(other => other !== language).join(' or ');
  return `# How purposelint looks at this repository. All keys: purposelint config
extends: recommended # or strict
declarations: ["privacy/**/*.yaml"]
snapshot: privacy/mautic.snapshot.json
language: ${language} # or ${others}
# mautic: {url: "https://mautic.example.com"} # for links to Mautic's screens
# website: {include: ["site/**"]} # code that sends to Mautic; purposelint scan tells what it sends
# rules: {undeclared-tag: error}
`;
}

/** The first lines of a declaration file: an editor with the YAML language server then helps while typing. */
export function fileStart(folder: string): string {
  const up = posix.relative(folder, '.');
  return `# yaml-language-server: $schema=${posix.join(up, 'node_modules/purposelint/schemas/declaration.v1.json')}\n${FIRST_LINE}\n`;
}

/** What belongs to the team and not to an item, to be filled in. */
export const POLICY_START = `
# Take away the "# " and fill in. Who answers for the entries of this file, and when somebody last looked at them.
# defaults: {owner: marketing, reviewed: 2026-11-02}

# Who you are.
# organisation:
#   name: Pizzeria Aurora srl
#   contact: privacy@aurora.example
#   countries: [IT]
#   security_measures: {access: Two people have a login}

# What happens when somebody asks to be deleted, and how soon the traces go.
# rights:
#   erasure:
#     how: The owner deletes the contact and its form results
#     owner: marketing
#     covers: {form_results: P0D, email_stats: P1M, page_hits: P1M, audit_log: P3M, imports: P0D, exports: P1M, backups: P1M}

# Your privacy notice, and what it tells people.
# notices:
#   site:
#     url: https://aurora.example/privacy
#     date: 2026-10-01
#     covers: {purposes: [newsletter], recipients: [mailhost], retention: true, rights: true}

# Who gets the data.
# recipients:
#   mailhost: {name: Mail relay GmbH, role: processor, country: DE, contract: {document: contracts/mailhost.pdf, date: 2026-01-10}}

# What you hold data for. Every item names one or more of these.
# purposes:
#   newsletter:
#     use: email-marketing
#     description: Send the monthly menu by e-mail to people who asked for it
#     subjects: [customer, prospect]
#     legal_basis: consent
#     consent: {segment: newsletter, collected_by: ["form:Newsletter"], proof: [timestamp, wording, source]}
#     retention: {period: P24M, from: last-action}
#     recipients: [mailhost]
`;
