/** Comments in the code of the website that say of one place that it is fine: `purposelint-ignore RULE: reason`. */
import { type FilePlace, type Finding, isFilePlace, type Place } from '../../finding.js';
import { linesOf } from '../../text/position.js';
import type { Ignore, Site } from '../../website/site.js';
import type { RuleSetting } from '../rule.js';
import { REASON_LENGTH } from './waivers.js';

type Settings = ReadonlyMap<string, RuleSetting>;

/** A place of a finding in the code, with the comments that are about its line. */
export interface CodePlace {
  readonly place: FilePlace;
  readonly line: number;
}

/** Finds the places of findings that stand in files of the website; each file is indexed once, and only when it is asked for. */
export function codePlaces(site: Site): (finding: Finding) => CodePlace[] {
  const lineOf = new Map<string, (offset: number) => number>();
  return ({ place, related = [] }) =>
    [place, ...related.map(other => other.place)].flatMap(each => {
      const text = isInCode(each) ? site.texts.get(each.file)?.text : undefined;
      if (!isInCode(each) || text === undefined) return [];
      const lines = lineOf.get(each.file) ?? linesIn(text);
      lineOf.set(each.file, lines);
      return [{ place: each, line: lines(each.range[0]) }];
    });
}

function linesIn(text: string): (offset: number) => number {
  const lines = linesOf(text);
  return offset => lines.position(offset).line;
}

function isInCode(place: Place): place is FilePlace & { readonly range: readonly [number, number] } {
  return isFilePlace(place) && place.range !== undefined;
}

/** A function that gives the comment about a rule on a line of a file. */
function ignoreLookup(site: Site, isTaken: (ignore: Ignore) => boolean): (rule: string, file: string, line: number) => Ignore | undefined {
  const found = new Map<string, Ignore>();
  for (const { path, ignores } of site.files)
    for (const ignore of ignores) if (isTaken(ignore)) found.set(keyOf(ignore.rule, path, ignore.line), ignore);
  return (rule, file, line) => found.get(keyOf(rule, file, line));
}

function keyOf(rule: string, file: string, line: number): string {
  return JSON.stringify([rule, file, line]);
}

/**
 * Marks the findings whose every place in the code has such a comment, with a reason, about a rule that takes one. Where only some have, the
 * finding moves to the first that has none, and the others stand beside it.
 */
export function applyIgnores(findings: readonly Finding[], site: Site | null, settings: Settings): readonly Finding[] {
  if (site === null || site.files.every(({ ignores }) => ignores.length === 0)) return findings;
  const ignoreOf = ignoreLookup(site, ignore => isInForce(ignore, settings));
  const placesOf = codePlaces(site);
  return findings.map(finding => {
    if (finding.state !== 'open') return finding;
    const places = placesOf(finding).map(found => ({ ...found, ignore: ignoreOf(finding.rule, found.place.file, found.line) }));
    const [ignored] = places.flatMap(({ ignore }) => ignore ?? []);
    if (ignored === undefined) return finding;
    const open = places.find(({ ignore }) => ignore === undefined);
    if (open === undefined) return { ...finding, state: 'waived', waiver: { reason: ignored.reason } };
    return movedTo(open.place, finding);
  });
}

function movedTo(place: FilePlace, finding: Finding): Finding {
  const { related = [] } = finding;
  if (finding.place === place || !isInCode(finding.place)) return finding;
  return { ...finding, place, related: [{ place: finding.place }, ...related.filter(other => other.place !== place)] };
}

function isInForce({ rule, reason }: Ignore, settings: Settings): boolean {
  return settings.get(rule)?.waivable === true && reason.length >= REASON_LENGTH;
}
