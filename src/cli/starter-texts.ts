/** The texts that `init` starts files with. */
import { posix } from 'node:path';

/** purposelint.yaml with every key of everyday use. */
export const CONFIG_START = `# How purposelint looks at this repository. All keys: purposelint config
extends: recommended # or strict
declarations: ["privacy/**/*.yaml"]
snapshot: privacy/mautic.snapshot.json
language: en # or it
# mautic: {url: "https://mautic.example.com"} # for links to Mautic's screens
# rules: {undeclared-tag: error}
`;

/** The first lines of a declaration file: an editor with the YAML language server then helps while typing. */
export function fileStart(folder: string): string {
  const up = posix.relative(folder, '.');
  return `# yaml-language-server: $schema=${posix.join(up, 'node_modules/purposelint/schemas/declaration.v1.json')}\nversion: 1\n`;
}

/** What belongs to the team and not to an item, to be filled in. */
export const POLICY_START = `
# Who you are. Take away the "# " and fill in.
# organisation:
#   name: Pizzeria Aurora srl
#   contact: privacy@aurora.example
#   countries: [IT]
#   security_measures: {access: Two people have a login}

# Your privacy notice.
# notices:
#   site: {url: "https://aurora.example/privacy", date: 2026-10-01}

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
