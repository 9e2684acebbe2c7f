/** Objects that become parameters of an address, with what is put into them later: `URLSearchParams`, `URL`, `$.param(x)`. */
import ts from 'typescript';
import { HOLE } from '../site.js';
import type { Context } from './context.js';

const QUERIES = /^(?:URLSearchParams|(?:\$|jQuery)\.param|(?:qs|querystring|queryString)\.stringify)$/u;

/** Is it `new URLSearchParams(…)`, `$.param(…)`, `qs.stringify(…)` or the like? Told by the name alone. */
export function isQuery(node: ts.Expression): boolean {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && QUERIES.test(node.expression.getText());
}

/** Is it `new URL(…)`? Told by the name alone. */
export function isAddress(node: ts.Expression): node is ts.NewExpression {
  return ts.isNewExpression(node) && node.expression.getText() === 'URL';
}

/** The parameters that a query, or an address, holds where it is used: `a=1&b=…`; empty when there are none. */
export function queryText(use: ts.Expression, context: Context): string {
  const { keys, isOpen } = context.shared.keys(use, context);
  const pairs = keys.map(({ name, value }) => {
    const [text] = value === undefined ? [] : value.context.shared.texts(value.node, value.context);
    return `${name.text}=${text?.text ?? HOLE}`;
  });
  return [...pairs, ...(isOpen ? [HOLE] : [])].join('&');
}
