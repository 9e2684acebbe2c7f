/** What the editor asks, in the positions of the protocol. */
import type { ClientCapabilities, CodeAction, CompletionList, Hover, Location, Position, Range } from 'vscode-languageserver';
import { codeActions } from './code-actions.js';
import { complete } from './completion.js';
import { declaredAt } from './definition.js';
import { hoverText } from './hover.js';
import { placesIn, sourceOf } from './positions.js';
import type { Found, Session } from './session.js';
import { type Meant, meantBy, spotAt } from './spot-at.js';

/** A document about which something is asked. */
export interface Asked {
  readonly session: Session;
  /** Relative to the root of its repository. */
  readonly path: string;
  /** As it stands in the editor. */
  readonly text: string;
  readonly client: ClientCapabilities;
}

/** Each gives null where there is nothing to say. */
export const answers = { completion, hover, definition, codeActions: actions };

/** Does not wait for the findings that are due: what the last ones knew will do. */
function completion(asked: Asked | undefined, position: Position): CompletionList | null {
  const found = asked?.session.latest();
  if (asked === undefined || found === undefined) return null;
  const { text, mark } = sourceOf(asked.path, asked.text);
  const places = placesIn(text, mark);
  const hasSnippets = asked.client.textDocument?.completion?.completionItem?.snippetSupport === true;
  return complete({ text, offset: places.offset(position), places, context: found.result.context, hasSnippets });
}

function hover(asked: Asked | undefined, position: Position): Hover | null {
  const pointed = pointedAt(asked, position);
  if (pointed === undefined) return null;
  const { found, meant, range } = pointed;
  const value = hoverText(meant, found.result.context, found.workspace.language);
  return value === undefined ? null : { contents: { kind: 'markdown', value }, range };
}

function definition(asked: Asked | undefined, position: Position): Location | null {
  const pointed = pointedAt(asked, position);
  if (asked === undefined || pointed === undefined) return null;
  const { declarations, result } = pointed.found;
  const place = declaredAt(pointed.meant, { declarations, policy: result.context.policy });
  const file = declarations.files.find(({ path }) => path === place?.file);
  const range = place === undefined ? undefined : file?.document.rangeOf(place.path, 'key');
  const places = place === undefined ? undefined : asked.session.places(place.file);
  if (place === undefined || range === undefined || places === undefined) return null;
  return { uri: asked.session.document(place.file).uri, range: places.whole(range) };
}

function actions(asked: Asked | undefined, range: Range): CodeAction[] | null {
  const found = asked?.session.fresh();
  if (asked === undefined || found === undefined) return null;
  const { session, path, client } = asked;
  return codeActions(range, {
    told: found.told.get(path) ?? [],
    context: found.result.context,
    rules: new Map(found.workspace.rules.map(rule => [rule.id, rule])),
    language: found.workspace.language,
    placesIn: file => session.places(file),
    documentOf: file => session.document(file),
    hasVersions: client.workspace?.workspaceEdit?.documentChanges === true,
  });
}

interface Pointed {
  readonly found: Found;
  readonly meant: Meant;
  readonly range: Range;
}

/** The name under a position. */
function pointedAt(asked: Asked | undefined, position: Position): Pointed | undefined {
  const found = asked?.session.fresh();
  const file = asked?.session.read(asked.path);
  if (asked === undefined || found === undefined || file === undefined) return undefined;
  const places = placesIn(file.text, file.mark);
  const spot = spotAt(file.document, places.offset(position));
  const meant = spot === undefined ? undefined : meantBy(spot);
  return spot === undefined || meant === undefined ? undefined : { found, meant, range: places.whole(spot.range) };
}
