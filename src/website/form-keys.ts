/** Names of inputs, as Mautic's forms have them: `mauticform[alias]`, `mauticform[alias][]`. */

/** What only steers the form, and holds nothing of a person (Mautic 5.1 to 7.0). */
export const CONTROL_NAMES: ReadonlySet<string> = new Set(['formId', 'return', 'formName', 'messenger', 'submit']);

const NAME = /^\s*mautic(?:form|\[form\])\[([^[\]]+)\](?:\[[^[\]]*\])*\u2d63*$/u;

/** The alias in the name of an input, with `*` for what a template fills in; undefined: it is none of Mautic's. */
export function aliasIn(name: string): string | undefined {
  return NAME.exec(name)?.[1]
    ?.trim()
    .replaceAll(/\u2d63+/gu, '*');
}
