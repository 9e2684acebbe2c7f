/** Which form of Mautic the fields near a piece of code belong to. */
import ts from 'typescript';
import type { Context } from './context.js';
import type { World } from './world.js';

/**
 * The id of the form that the code nearest to a node posts to: in the smallest piece of code around it that names a form. Undefined when that
 * names several, or one that is not known.
 */
export function formAround(node: ts.Node, context: Context, world: World): string | undefined {
  const mentions = mentionsIn(node.getSourceFile(), world);
  if (mentions.length === 0) return undefined;
  for (let scope = node.parent; scope !== undefined; scope = scope.parent) {
    const near = mentions.filter(mention => mention.pos >= scope.pos && mention.end <= scope.end);
    if (near.length > 0) return onlyId(near, context);
  }
  return undefined;
}

function onlyId(mentions: readonly ts.Expression[], context: Context): string | undefined {
  const ids = new Set(
    mentions.flatMap(mention => context.shared.texts(mention, context).map(({ text }) => /(?:formId=|^)(\d+)(?:[&#]|$)/u.exec(text)?.[1])),
  );
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}

const FORM_ID = 'mauticform[formId]';

/** Expressions that say the id of a form: an address with `formId=`, or the value of `mauticform[formId]`. */
function mentionsIn(file: ts.SourceFile, world: World): ts.Expression[] {
  return world.facts(file).strings.flatMap(string => {
    if (ts.isStringLiteralLike(string) && string.text === FORM_ID) return valueBeside(string) ?? [];
    return /[?&]formId=/u.test(string.getText()) ? [string] : [];
  });
}

/** The value that goes with a name: `append(name, value)`, `{[name]: value}`, `x[name] = value`; undefined: it stands alone. */
export function valueBeside(name: ts.Expression): ts.Expression | undefined {
  const { parent } = name;
  if (ts.isCallExpression(parent)) return parent.arguments[0] === name ? parent.arguments[1] : undefined;
  if (ts.isPropertyAssignment(parent)) return parent.name === name ? parent.initializer : undefined;
  if (ts.isComputedPropertyName(parent)) return ts.isPropertyAssignment(parent.parent) ? parent.parent.initializer : undefined;
  const isSet = ts.isElementAccessExpression(parent) && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent;
  return isSet && ts.isBinaryExpression(parent.parent) ? parent.parent.right : undefined;
}
