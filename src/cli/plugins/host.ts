/** What the compiler may read: files of the repository, the published types, its own library; nothing else is there for it. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { getOrInsert } from '../../collections.js';
import { statOf } from '../../text/files/faults.js';
import { builtFile } from './built.js';
import { PACKAGE } from './module.js';
import { isOwnFile } from './plugin-files.js';

export const OPTIONS = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  // What waits when it is loaded, or asks where it stands, is refused by this.
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  // Neither Node nor a browser: a rule reads its context, and nothing else.
  lib: ['lib.es2023.d.ts'],
  types: [],
  allowJs: true,
  checkJs: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  preserveSymlinks: true,
  skipLibCheck: true,
} satisfies ts.CompilerOptions;

/** An import of something that a rule may not have. */
interface Refused {
  readonly file: string;
  readonly specifier: string;
  readonly start: number;
}

export interface Host {
  readonly host: ts.CompilerHost;
  /** Whether it is a file of the team. */
  readonly isOwn: (file: string) => boolean;
  /** Filled while the program is made. */
  readonly refused: readonly Refused[];
  /** The team's own files that a file imports, by the words of the import; filled while the program is made. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Makes the compiler's view of a repository. */
export function hostOf(root: string): Host {
  const published = fileURLToPath(builtFile('types/src/index.d.ts'));
  const types = dirname(dirname(published));
  const library = dirname(ts.getDefaultLibFilePath(OPTIONS));
  const refused: Refused[] = [];
  const imports = new Map<string, Map<string, string>>();
  const isGiven = (file: string): boolean => isInside(types, file) || isInside(library, file);
  const isFile = (file: string): boolean => statOf(file)?.isFile() === true;
  const isOwn = (file: string): boolean => !isGiven(file) && isInside(root, file) && isFile(file) && isOwnFile(root, file);
  const isThere = (file: string): boolean => (isGiven(file) ? isFile(file) : isOwn(file));
  const read = (file: string): string | undefined => (isThere(file) ? readFileSync(file, 'utf8') : undefined);

  const host: ts.CompilerHost = {
    fileExists: isThere,
    readFile: read,
    getSourceFile: (file, target) => {
      const text = read(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => root,
    getCanonicalFileName: file => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, from, redirected, options, source) =>
      literals.map(literal => {
        const { text } = literal;
        if (text === PACKAGE) return { resolvedModule: { resolvedFileName: published, extension: ts.Extension.Dts } };
        const resolved = text.startsWith('.')
          ? ts.resolveModuleName(text, from, options, host, undefined, redirected)
          : { resolvedModule: undefined };
        const target = resolved.resolvedModule?.resolvedFileName;
        const leavesRoot = text.startsWith('.') && !isInside(root, join(dirname(from), text));
        if (isOwn(from) && target === undefined && (!text.startsWith('.') || leavesRoot))
          refused.push({ file: from, specifier: text, start: literal.getStart(source) });
        if (isOwn(from) && target !== undefined) getOrInsert(imports, from, () => new Map()).set(text, target);
        return resolved;
      }),
    resolveTypeReferenceDirectiveReferences: references => references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
  return { host, isOwn, refused, imports };
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
