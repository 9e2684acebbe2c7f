#!/usr/bin/env node
/** Starts the program with the code that the engine compiled in earlier runs: compiling is half of what a short run costs. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCompiled } from './compiled-code.js';

/** Mark of the program's text, which the build puts here. */
declare const PROGRAM_MARK: string;

/** Commands that run often, in hooks and editors, and differ in what they run; all others share what is kept. */
const OFTEN: ReadonlySet<string> = new Set(['check', 'lsp']);

const program = join(__dirname, 'program.cjs');
const [, , command = ''] = process.argv;

// The variable by which Node's own cache (since 22.1) is switched off.
if (process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) createRequire(program)(program);
else runCompiled(program, PROGRAM_MARK, OFTEN.has(command) ? command : 'other');
