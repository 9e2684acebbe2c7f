/** A drift as data, in a stable order. */
import { isEmpty } from '../../mautic/drift/drift.js';
import type {
  Arrival,
  Changes,
  CountChange,
  CoverageChange,
  Drift,
  ItemChange,
  PropertyChange,
  Side,
  Subject,
} from '../../mautic/drift/model.js';
import { toHarmlessJson } from '../escape.js';

/** JSON that ends with a line end: `purposelint-drift`, version 1. */
export function driftJson(drift: Drift): string {
  return `${toHarmlessJson(fileOf(drift))}\n`;
}

function fileOf(drift: Drift): object {
  const { before, after, pairedBy, came, went, renamed, changed, coverage, counts, counted } = drift;
  return {
    format: 'purposelint-drift',
    version: 1,
    before: madeOf(before),
    after: madeOf(after),
    paired_by: pairedBy,
    empty: isEmpty(drift),
    summary: { came: came.length, went: went.length, renamed: renamed.length, changed: changed.length },
    ...changesOf(drift),
    coverage: coverage.map(coverageOf),
    counts: counts.map(countOf),
    ...(counted === undefined ? {} : { counted }),
  };
}

function madeOf({ made: { taken_at, source, host, mautic, series } }: Side): object {
  return { taken_at, source, ...(host === undefined ? {} : { host }), ...(mautic === undefined ? {} : { mautic }), series };
}

function changesOf({ came, went, renamed, changed }: Changes): object {
  return {
    came: came.map(arrivalOf),
    went: went.map(arrivalOf),
    renamed: renamed.map(({ before, after }) => ({ before: subjectOf(before), after: subjectOf(after) })),
    changed: changed.map(changeOf),
  };
}

function subjectOf({ item, reference }: Subject): object {
  const title = 'title' in item && item.title !== undefined ? { title: item.title } : {};
  return { item: reference, kind: item.kind, id: item.id, key: item.key, ...title };
}

function arrivalOf({ isProven, questions, ...subject }: Arrival): object {
  const asked = questions.length === 0 ? {} : { questions: questions.map(subjectOf) };
  return { ...subjectOf(subject), proven: isProven, ...asked };
}

/** Lists in which nothing changed are left out. */
function changeOf({ before, after, properties, entries, reordered, uses, filters, questions }: ItemChange): object {
  return {
    ...subjectOf(after),
    ...(before.reference === after.reference ? {} : { was: before.reference }),
    ...(properties.length === 0 ? {} : { properties: properties.map(propertyOf) }),
    ...(entries.length === 0
      ? {}
      : { entries: entries.map(entry => ({ list: entry.list, ...sidesOf(entry), properties: entry.properties.map(propertyOf) })) }),
    ...(reordered.length === 0 ? {} : { reordered }),
    ...(uses.length === 0 ? {} : { uses: uses.map(use => ({ ...sidesOf(use), ...sightOf(use) })) }),
    ...(filters === undefined ? {} : { filters }),
    ...(questions === undefined ? {} : { questions: changesOf(questions) }),
  };
}

function propertyOf(property: PropertyChange): object {
  return { name: property.name, ...sidesOf(property), ...sightOf(property) };
}

function coverageOf({ of, ...change }: CoverageChange): object {
  return { of, ...sidesOf(change), ...sightOf(change) };
}

function countOf({ of, how, until, ...change }: CountChange): object {
  return { of, how, ...(until === undefined ? {} : { until }), ...sidesOf(change) };
}

function sidesOf({ before, after }: { readonly before?: unknown; readonly after?: unknown }): object {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function sightOf({ sight }: { readonly sight?: string }): object {
  return sight === undefined ? {} : { sight };
}
