/** Serves a website from its folder on loopback, TypeScript as the JavaScript that it becomes, with its Mautic at the stand-in. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import ts from 'typescript';
import { listen, type Server } from './listen.js';

/** The Mautic of every site, with any protocol or none. */
const MAUTIC = /(?:https?:)?\/\/mautic\.aurora\.example/gu;

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'application/javascript' };
const OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };

/** @param mautic origin of the stand-in */
export function startSite(folder: string, mautic: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const text = textOf(join(folder, path));
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
    response.end(text?.replaceAll(MAUTIC, mautic));
  });
  return listen(server);
}

/** A file as it is delivered: `page.js` may stand as `page.ts`. */
function textOf(path: string): string | undefined {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const source = path.replace(/\.js$/u, '.ts');
  return existsSync(source) ? ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions: OPTIONS }).outputText : undefined;
}
