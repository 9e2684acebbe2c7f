/** Types → the keys of an object that has them. */
import ts from 'typescript';
import type { Context, Key, Keys } from './context.js';
import { parameterAt } from './declarations.js';
import { LIB_PATH } from './lib.js';

const OPEN: Keys = { keys: [], isOpen: true };
const MOST_KEYS = 100;

/** The keys that the type of an expression has; open when it may have others, or there is no type. */
export function keysOfType(node: ts.Expression, context: Context): Keys {
  const { checker, missed, files } = context.shared;
  files.add(node.getSourceFile());
  const found = keysIn(checker.getTypeAtLocation(node), node, checker);
  // A type names its keys, and not which tags a list of them holds.
  if (found.isOpen || found.keys.some(({ name }) => name.text === 'tags')) {
    const parameter = parameterAt(node, context);
    if (parameter !== undefined) missed.add(parameter);
  }
  return found;
}

function keysIn(type: ts.Type, node: ts.Node, checker: ts.TypeChecker): Keys {
  if (type.isUnion()) {
    const members = type.types.filter(
      ({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.BooleanLiteral)) === 0,
    );
    const all = members.map(member => keysIn(member, node, checker));
    return { keys: all.flatMap(({ keys }) => keys), isOpen: all.some(({ isOpen }) => isOpen) };
  }
  if ((type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.BooleanLiteral)) !== 0) return { keys: [], isOpen: false };
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return OPEN;
  const properties = type.getProperties();
  const isOpaque = properties.length === 0 || properties.length > MOST_KEYS || properties.some(isOfLibrary);
  if (isOpaque || type.getCallSignatures().length > 0) return OPEN;
  const keys = properties.filter(({ flags }) => (flags & ts.SymbolFlags.Method) === 0).map((property): Key => ({ name: nameOf(property) }));
  return { keys, isOpen: checker.getIndexInfosOfType(type).length > 0 };
}

function nameOf(property: ts.Symbol): Key['name'] {
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  const at = declaration === undefined ? undefined : ts.getNameOfDeclaration(declaration);
  return { text: property.name, isNamed: true, ...(at === undefined ? {} : { at }) };
}

/** Lists, promises and the like are no objects with fields. */
function isOfLibrary(property: ts.Symbol): boolean {
  return (
    property.declarations?.some(
      declaration =>
        declaration.getSourceFile().fileName === LIB_PATH &&
        !ts.isTypeParameterDeclaration(declaration) &&
        !ts.isMappedTypeNode(declaration),
    ) === true
  );
}
