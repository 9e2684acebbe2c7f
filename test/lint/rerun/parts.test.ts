/** What is noted of reads, and which parts differ between two readings. */
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/declarations/model.js';
import { changedParts } from '../../../src/lint/rerun/changed.js';
import { readLog } from '../../../src/lint/rerun/read-log.js';
import { watchedContent } from '../../../src/lint/rerun/watched.js';
import { later } from '../../../src/text/later.js';

const FIELD = { why: 'To write to people', purposes: ['news'] };
const CONTENT: Content = { version: 1, contact_fields: { email: FIELD }, forms: { Order: { fields: { name: { required: true } } } } };

describe('reads are noted', () => {
  const noted = (read: (content: Content) => unknown): string[] => {
    const parts: string[] = [];
    const content = watchedContent(CONTENT, part => parts.push(part));
    read(content);
    return parts.filter(part => part.includes('.'));
  };

  it.each<[string, (content: Content) => unknown, string[]]>([
    ['a key', content => content.contact_fields?.email?.why, ['contact_fields.why']],
    ['a key that is not there', content => content.contact_fields?.email?.reason, ['contact_fields.reason']],
    ['whether a key is there', content => 'why' in (content.contact_fields?.email ?? {}), ['contact_fields.why']],
    ['whether it has a key of its own', content => Object.hasOwn(content.contact_fields?.email ?? {}, 'why'), ['contact_fields.why']],
    [
      'all of an entry',
      content => ({ ...content.contact_fields?.email }),
      ['contact_fields.*', 'contact_fields.why', 'contact_fields.why', 'contact_fields.purposes', 'contact_fields.purposes'],
    ],
    ['which entries there are', content => Object.keys(content.contact_fields ?? {}), []],
    ['a question', content => content.forms?.Order?.fields?.name?.required, ['forms.fields', 'forms.fields.required']],
  ])('%s', (_, read, parts) => {
    expect(noted(read)).toEqual(parts);
  });

  it('and what is read is the same', () => {
    expect(watchedContent(CONTENT, () => undefined)).toEqual(CONTENT);
    const content = watchedContent(CONTENT, () => undefined);
    expect(content.contact_fields?.email).toBe(content.contact_fields?.email);
    expect(content.contact_fields?.email?.purposes).toBe(FIELD.purposes);
  });
});

describe('who has read', () => {
  it('is the one in whose work it was, and who asked for something of his', () => {
    const log = readLog();
    const shared = log.share('shared', { look: () => log.note('tags.why') });
    log.measure('reader', () => {
      log.note('tags.owner');
      log.touch('shared');
      shared.look();
    });
    log.measure('other', () => log.note('tags.label'));
    expect(log.readersOf(new Set(['tags.owner']))).toEqual(new Set(['reader']));
    expect(log.readersOf(new Set(['tags.why']))).toEqual(new Set(['shared', 'reader']));
    expect(log.readersOf(new Set(['tags.reviewed']))).toEqual(new Set());
  });

  it('is everybody who asks for what was worked out once, however deep it lies', () => {
    const log = readLog();
    const shared = log.share('shared', { inside: { answer: later(() => log.note('tags.why')) } });
    const made = log.share('made', () => ({ answer: later(() => log.note('tags.label')) }))();
    for (const reader of ['first', 'second']) {
      log.measure(reader, () => {
        shared.inside.answer();
        made.answer();
      });
    }
    expect(log.readersOf(new Set(['tags.why']))).toEqual(new Set(['shared', 'first', 'second']));
    expect(log.readersOf(new Set(['tags.label']))).toEqual(new Set(['made', 'first', 'second']));
  });

  it('has the same thing each time', () => {
    const log = readLog();
    const one = { answer: () => 1 };
    const shared = log.share('shared', { one: () => one, data: [one] });
    expect(shared.one()).toBe(shared.one());
    expect(shared.data[0]).toBe(one);
  });

  it('is nobody outside of any work, nor behind work that has failed', () => {
    const log = readLog();
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => log.measure('reader', fail)).toThrow('no');
    log.note('tags.why');
    expect(log.readersOf(new Set(['tags.why']))).toEqual(new Set());
  });

  it('is never forgotten', () => {
    const log = readLog();
    log.measure('reader', () => log.note('tags.why'));
    log.measure('reader', () => log.note('tags.label'));
    expect(log.readersOf(new Set(['tags.why']))).toEqual(new Set(['reader']));
  });
});

describe('parts that differ', () => {
  const email = (entry: NonNullable<Content['contact_fields']>): Content => ({ ...CONTENT, contact_fields: entry });

  it.each<[string, Content, readonly string[] | undefined]>([
    ['nothing', { ...CONTENT }, []],
    ['a value', email({ email: { ...FIELD, why: 'Other' } }), ['contact_fields.why']],
    ['a key more', email({ email: { ...FIELD, reason: 'Known' } }), ['contact_fields.reason', 'contact_fields.*']],
    ['the order of keys', email({ email: { purposes: ['news'], why: FIELD.why } }), ['contact_fields.*']],
    ['an entry more', email({ email: FIELD, phone: FIELD }), undefined],
    ['an entry less', { ...CONTENT, forms: {} }, undefined],
    ['an entry that was empty', email({ email: null }), undefined],
    ['a question', { ...CONTENT, forms: { Order: { fields: { name: { required: false } } } } }, ['forms.fields.required']],
    ['a question more', { ...CONTENT, forms: { Order: { fields: { name: { required: true }, city: {} } } } }, undefined],
    ['what is no entry', { ...CONTENT, organisation: { name: 'Aurora' } }, ['#organisation']],
    ['what holds for a whole file', { ...CONTENT, defaults: { owner: 'crm' } }, undefined],
  ])('%s', (_, after, parts) => {
    expect(changedParts(CONTENT, after)).toEqual(parts);
  });
});
