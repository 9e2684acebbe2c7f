#!/usr/bin/env node
/** Starts the program with the code that the engine compiled in earlier runs: compiling is half of what a short run costs. */
import { readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { Script } from 'node:vm';
import { runCompiled } from './compiled-code.js';
import { type Parts, requireFrom } from './parts.js';

/** What the build puts here: which modules are in which part, and marks of the texts of the parts. */
declare const PARTS: Parts;
declare const MARKS: Readonly<Record<string, string>>;

/** Commands that run often, in hooks and editors, and differ in what they run; all others share what is kept. */
const OFTEN: ReadonlySet<string> = new Set(['check', 'lsp']);

const [, , command = ''] = process.argv;
const sort = OFTEN.has(command) ? command : 'other';

// The variable by which Node's own cache (since 22.1) is switched off.
const isOff = process.env.NODE_DISABLE_COMPILE_CACHE !== undefined;
const run = (filename: string): unknown =>
  isOff
    ? new Script(readFileSync(filename, 'latin1'), { filename }).runInThisContext()
    : runCompiled(filename, MARKS[parse(filename).name] ?? '', sort);

requireFrom(__dirname, PARTS, require, run)('./program.js');
