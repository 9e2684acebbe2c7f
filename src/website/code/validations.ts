/** `MauticFormValidations`: what Mautic's own script of a form checks, by the name of the form and the alias of the field. */
import ts from 'typescript';
import type { Context } from './context.js';
import { certaintyOf, type Draft, starred } from './drafts.js';
import type { Change } from './facts.js';
import type { Sink, World } from './world.js';

const TABLE = 'MauticFormValidations';

/** Every form whose checks a file sets. */
export function validationsIn(file: ts.SourceFile, world: World): Sink[] {
  const { changes } = world.facts(file);
  return (changes.get(TABLE) ?? []).flatMap(change => {
    return change.does === 'property' ? [{ node: change.node, read: context => fieldsOf(change, context) }] : [];
  });
}

function fieldsOf({ key, values: [fields] }: Change, context: Context): Draft[] {
  if (key === undefined || fields === undefined) return [];
  const [name] = ts.isIdentifier(key) || ts.isPrivateIdentifier(key) ? [{ text: key.text }] : context.shared.texts(key, context);
  const form = name === undefined || /\u2d63/u.test(name.text) ? {} : { form: name.text };
  return context.shared.keys(fields, context).keys.map(field => ({
    send: { what: 'form_field', how: 'form-post', key: starred(field.name.text), certainty: certaintyOf(field.name), ...form },
    at: field.name.at,
  }));
}
