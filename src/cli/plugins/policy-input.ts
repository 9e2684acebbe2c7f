/** What is judged, as texts and data that can be sent to the thread. */
import type { Declarations } from '../../declarations/model.js';
import type { SideInput } from '../../lint/changes/sides.js';
import type { SourceText } from '../../text/document.js';
import type { Configuration } from '../configuration.js';
import type { Judged } from './catalogue.js';
import type { BaseInput, PolicyInput } from './protocol.js';

/** Declarations and baseline become their texts again; all else is data. */
export function policyInput(judged: Judged, { preset, rules, url }: Configuration): PolicyInput {
  const { declarations, baseline = null, base, ...data } = judged;
  return {
    ...data,
    sources: sourcesOf(declarations),
    problems: declarations.problems,
    baseline: baseline === null ? null : sourceOf(baseline.file),
    preset,
    configured: rules,
    ...(base === undefined ? {} : { base: baseInput(base) }),
    ...(url === undefined ? {} : { url }),
  };
}

function baseInput({ declarations, snapshot, baseline, severities }: SideInput): BaseInput {
  return {
    sources: sourcesOf(declarations),
    snapshot,
    baseline: baseline === null ? null : sourceOf(baseline.file),
    ...(severities === undefined ? {} : { severities }),
  };
}

function sourcesOf({ files }: Declarations): SourceText[] {
  return files.map(sourceOf);
}

function sourceOf({ path, text, mark }: SourceText): SourceText {
  return { path, text, ...(mark === undefined ? {} : { mark }) };
}
