#!/usr/bin/env node
/** Starts the program with the code that the engine compiled in earlier runs: compiling is half of what a short run costs. */
import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCompiled } from './compiled-code.js';

/** Commands that run often, in hooks and editors, and differ in what they run; all others share what is kept. */
const OFTEN: ReadonlySet<string> = new Set(['check', 'lsp']);

/** Mark of the program's text, which the build puts here. */
declare const PROGRAM_MARK: string;

const program = join(__dirname, 'program.cjs');
const [, , command = ''] = process.argv;
const isOff = process.env.NODE_DISABLE_COMPILE_CACHE !== undefined;

if (isOff || nodeKeepsIt()) createRequire(program)(program);
else runCompiled(program, PROGRAM_MARK, OFTEN.has(command) ? command : 'other');

/** Node has a cache of its own from 22.1 on. */
function nodeKeepsIt(): boolean {
  if (!('enableCompileCache' in module) || typeof module.enableCompileCache !== 'function') return false;
  module.enableCompileCache();
  return true;
}
