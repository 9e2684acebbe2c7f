/** A drift as data, in a stable order: schemas/drift.v1.json. */
import type {
  Arrival as ArrivalData,
  Change,
  Changes as ChangesData,
  CountChange as CountData,
  CoverageChange as CoverageData,
  DriftFile,
  Made,
  PropertyChange as PropertyData,
  Seen,
  Subject as SubjectData,
} from '../../generated/drift.js';
import { isEmpty } from '../../mautic/drift/drift.js';
import type {
  Arrival,
  Changes,
  CountChange,
  CoverageChange,
  Drift,
  ItemChange,
  PropertyChange,
  PropertyValue,
  SeenState,
  Side,
  Sight,
  Subject,
} from '../../mautic/drift/model.js';
import { toHarmlessJson } from '../escape.js';

/** JSON that ends with a line end: `purposelint-drift`, version 1. */
export function driftJson(drift: Drift): string {
  return `${toHarmlessJson(fileOf(drift))}\n`;
}

function fileOf(drift: Drift): DriftFile {
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

function madeOf({ made: { taken_at, source, host, mautic, series } }: Side): Made {
  return { taken_at, source, ...(host === undefined ? {} : { host }), ...(mautic === undefined ? {} : { mautic }), series };
}

function changesOf({ came, went, renamed, changed }: Changes): ChangesData {
  return {
    came: came.map(arrivalOf),
    went: went.map(arrivalOf),
    renamed: renamed.map(({ before, after }) => ({ before: subjectOf(before), after: subjectOf(after) })),
    changed: changed.map(changeOf),
  };
}

function subjectOf({ item, reference }: Subject): SubjectData {
  const title = 'title' in item && item.title !== undefined ? { title: item.title } : {};
  return { item: reference, kind: item.kind, id: item.id, key: item.key, ...title };
}

function arrivalOf({ isProven, questions, ...subject }: Arrival): ArrivalData {
  const asked = questions.length === 0 ? {} : { questions: questions.map(subjectOf) };
  return { ...subjectOf(subject), proven: isProven, ...asked };
}

/** Lists in which nothing changed are left out. */
function changeOf({ before, after, properties, entries, reordered, uses, filters, questions }: ItemChange): Change {
  return {
    ...subjectOf(after),
    ...(before.reference === after.reference ? {} : { was: before.reference }),
    ...(properties.length === 0 ? {} : { properties: properties.map(propertyOf) }),
    ...(entries.length === 0
      ? {}
      : {
          entries: entries.map(entry => ({
            list: entry.list,
            ...sidesOf(entry, side => ({ ...side })),
            properties: entry.properties.map(propertyOf),
          })),
        }),
    ...(reordered.length === 0 ? {} : { reordered: [...reordered] }),
    ...(uses.length === 0 ? {} : { uses: uses.map(use => ({ ...sidesOf(use, side => ({ ...side })), ...sightOf(use) })) }),
    ...(filters === undefined ? {} : { filters }),
    ...(questions === undefined ? {} : { questions: changesOf(questions) }),
  };
}

function propertyOf(property: PropertyChange): PropertyData {
  return { name: property.name, ...sidesOf(property, dataOf), ...sightOf(property) };
}

function coverageOf({ of, ...change }: CoverageChange): CoverageData {
  return { of, before: seenOf(change.before), after: seenOf(change.after), ...sightOf(change) };
}

function countOf({ of, how, until, ...change }: CountChange): CountData {
  return { of, how, ...(until === undefined ? {} : { until }), ...sidesOf(change, count => count) };
}

/** What was and what is, as far as there is something. */
function sidesOf<T, D>(
  { before, after }: { readonly before?: T; readonly after?: T },
  read: (side: T) => D,
): { readonly before?: D; readonly after?: D } {
  return {
    ...(before === undefined ? {} : { before: read(before) }),
    ...(after === undefined ? {} : { after: read(after) }),
  };
}

function dataOf(value: PropertyValue): NonNullable<PropertyData['before']> {
  return typeof value === 'object' ? [...value] : value;
}

function seenOf({ state, why, skipped, unread }: SeenState): Seen {
  return {
    state,
    ...(why === undefined ? {} : { why: [...why] }),
    ...(skipped === undefined ? {} : { skipped }),
    ...(unread === undefined ? {} : { unread }),
  };
}

function sightOf({ sight }: { readonly sight?: Sight }): { readonly sight?: Sight } {
  return sight === undefined ? {} : { sight };
}
