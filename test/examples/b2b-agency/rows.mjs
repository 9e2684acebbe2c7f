// Rows as API v1 of Mautic 7 sends them: what every row has, references between them, and the order of lists.

/** What Mautic writes on everything that somebody made. */
export const made = (changed = '2026-10-06') => ({
  isPublished: true,
  dateAdded: '2025-09-15T08:30:00+00:00',
  dateModified: `${changed}T08:30:00+00:00`,
  createdBy: 1,
  createdByUser: 'Sample Admin',
  modifiedBy: 1,
  modifiedByUser: 'Sample Admin',
});

/** Rows with ids counted from 1. */
export const numbered = (rows, first = 1) => rows.map((row, index) => ({ ...row, id: first + index }));

/** A list as it is answered: an array, or a map by id. */
export const listOf = (name, rows) => ({ total: rows.length, [name]: rows });
export const mapOf = (name, rows) => ({ total: rows.length, [name]: Object.fromEntries(rows.map(row => [row.id, row])) });

/** Finds a row by its name; a name that is wrong is a mistake in these tables. */
export function finder(rows, key = 'name') {
  const byKey = new Map(rows.map(row => [row[key], row]));
  return name => {
    const row = byKey.get(name);
    if (row === undefined) throw new Error(`no row is called ${name}`);
    return row;
  };
}

export const choices = (...pairs) =>
  pairs.map(pair => (Array.isArray(pair) ? { value: pair[0], label: pair[1] } : { value: pair, label: pair }));
