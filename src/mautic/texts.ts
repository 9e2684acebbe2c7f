/** Texts, ids, flags, options and defaults as a snapshot keeps them: the front of texts/. */
export { type Clean, clean, cleanKey, openWord } from './texts/clean.js';
export { classOfDefault, type DefaultClass, type DefaultContext } from './texts/defaults.js';
export { type LimitedOptions, limitOptions, type ReadOptions, readOptions, wordingHash } from './texts/options.js';
export { asDay, asFlag, asId, asMonth, keyOf, rowsOf } from './texts/values.js';
