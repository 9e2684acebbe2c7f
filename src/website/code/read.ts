/** The scripts of a program → what each place sends, put down in the file where it stands. */
import type ts from 'typescript';
import { append } from '../../collections.js';
import type { Send } from '../site.js';
import { callersIn } from './callers.js';
import { expand } from './expand.js';
import { helperCallsIn } from './helpers.js';
import { elementsIn } from './jsx.js';
import { pageViewsIn } from './page-views.js';
import { placeOf } from './places.js';
import { requestsIn } from './requests.js';
import { stringsIn } from './strings.js';
import { validationsIn } from './validations.js';
import type { Sink, World } from './world.js';

export interface Reading {
  readonly sends: ReadonlyMap<ts.SourceFile, readonly Send[]>;
  /** Files whose imports may hold the rest of what is unknown. */
  readonly unknownIn: ReadonlySet<ts.SourceFile>;
}

const READERS = [pageViewsIn, stringsIn, requestsIn, elementsIn, validationsIn] as const;

/** Reads all scripts of a world. */
export function readWorld(world: World): Reading {
  const callers = callersIn(world);
  const sends = new Map<ts.SourceFile, Send[]>();
  const unknownIn = new Set<ts.SourceFile>();
  const senders = new Set<ts.SignatureDeclaration>();
  const read = (sink: Sink): void => {
    const expansion = expand(sink, world, callers);
    for (const file of expansion.unknownIn) unknownIn.add(file);
    for (const code of expansion.senders) senders.add(code);
    for (const found of expansion.found) {
      const { file, range } = placeOf(found, sink);
      append(sends, file, { ...found.draft.send, ...range });
    }
  };
  for (const file of world.files) for (const reader of READERS) for (const sink of reader(file, world)) read(sink);
  for (const file of world.files) for (const sink of helperCallsIn(file, world, senders)) read(sink);
  return { sends, unknownIn };
}
