/** How deeply code is nested: the compiler walks it by recursion. */
import ts from 'typescript';

const DEEPEST = 400;

/** Long sums do not count: the compiler has a loop for them. */
export function isTooDeep(file: ts.SourceFile): boolean {
  const stack: { readonly node: ts.Node; readonly depth: number }[] = [{ node: file, depth: 0 }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { node, depth } = at;
    if (depth > DEEPEST) return true;
    ts.forEachChild(node, child => {
      const isLeft = ts.isBinaryExpression(node) && child === node.left;
      stack.push({ node: child, depth: isLeft ? depth : depth + 1 });
    });
  }
  return false;
}
