/** What people add to a Mautic: whole items, with what they use and what is counted of them. */
import type { UnknownRecord } from '../../../src/guards.js';
import type { Edit } from './breaking.js';
import { added, all, grown } from './changes.js';

/** Above all ids of the example. */
const NEW = 900;
const MADE = { published: true, added: '2026-11-24' };
const RUNS = { publish_up: '', publish_down: '' };

/** A contact field that many people have filled in. */
export function newField(alias: string, title: string, more: UnknownRecord = {}, people = 3000): Edit {
  const traits = { group: 'core', fixed: false, required: false, listable: true, visible: true, unique: false, public: false };
  return all(
    added('items', { kind: 'contact_field', id: NEW, key: alias, title, ...MADE, type: 'text', ...traits, default: 'empty', ...more }),
    added('counts', { of: `contact_field:${alias}`, how: 'filled', n: people }),
  );
}

/** A form, without a question so far. */
export function newForm(name: string): Edit {
  const shown = { language: 'it', category: 'none', description: '', changed: '2026-11', alias: 'newform', type: 'standalone' };
  const sent = { after: 'message', kiosk: false, theme: '', progressive: 'no', actions: [] };
  return added('items', { kind: 'form', id: NEW, key: name, ...MADE, ...RUNS, ...shown, ...sent });
}

/** A campaign, without a step so far, for the people of a segment. */
export function newCampaign(name: string, segment: string, more: UnknownRecord = {}): Edit {
  const runs = { category: 'none', description: '', changed: '2026-11', restart: false, events: [] };
  return all(
    added('items', { kind: 'campaign', id: NEW, key: name, ...MADE, ...RUNS, ...runs, ...more }),
    added('uses', { from: `campaign:${name}`, how: 'targets', to: `segment:${segment}`, at: 'campaign.source' }),
  );
}

/** A question at the end of a form, with the contact field that it fills, or none. */
export function newQuestion(form: string, alias: string, title: string, field: string | null, more: UnknownRecord = {}): Edit {
  const from = `form_field:${form}/${alias}`;
  const shown = { show_label: true, required: false, help: '', placeholder: '', links: [], default: 'empty' };
  const kept = { mapping: field === null ? 'none' : 'contact', saved: true, autofill: false, locked: false };
  const place = { kind: 'form_field', id: NEW, key: `${form}/${alias}`, title, form: `form:${form}`, position: 20 };
  const question = added('items', { ...place, type: 'text', ...shown, ...kept, ...more });
  return field === null
    ? question
    : all(question, added('uses', { from, how: 'collects', to: `contact_field:${field}`, at: 'form.field' }));
}

/** An e-mail, a copy of the last of its kind, to a segment or, without one, for campaigns. */
export function newEmail(name: string, category: string, segment: string | null, more: UnknownRecord = {}): Edit {
  const type = segment === null ? 'template' : 'list';
  const body = { has_html: true, has_text: false, exits: ['html.unsubscribe_text'], sent: true, public_preview: false, theme: 'blank' };
  const email = { kind: 'email', id: NEW, key: name, ...MADE, ...RUNS, language: 'it', category, type, ...body, other_tokens: [], ...more };
  const from = `email:${name}`;
  return all(
    added('items', email),
    ...(segment === null ? [] : [added('uses', { from, how: 'targets', to: `segment:${segment}`, at: 'email.audience' })]),
  );
}

/** A rule that gives points. */
export function newPointAction(name: string, type: string, category: string, decides: UnknownRecord): Edit {
  const from = `point_action:${name}`;
  const rated = { type, delta: 5, repeatable: false };
  return all(
    added('items', { kind: 'point_action', id: NEW, key: name, ...MADE, ...RUNS, category, description: '', ...rated }),
    added('uses', { from, how: 'decides', at: 'point.action', ...decides }),
    added('uses', { from, how: 'writes', to: 'contact_field:points', at: 'point.action', delta: 'up' }),
  );
}

/** A segment with its filters: what each decides by, and how. */
export function newSegment(alias: string, title: string, filters: readonly UnknownRecord[]): Edit {
  const shown = { public_name: title, in_preference_centre: false, global: true, filter_rows: filters.length };
  const from = `segment:${alias}`;
  return all(
    added('items', { kind: 'segment', id: NEW, key: alias, title, ...MADE, category: 'none', description: '', ...shown }),
    added('counts', { of: from, how: 'people', n: 140 }),
    ...filters.map((filter, index) => added('uses', { from, how: 'filters', at: 'segment.filter', n: index + 1, group: 1, ...filter })),
  );
}

/** What a form does once it is sent, and what that uses. */
export function newFormAction(form: string, type: string, name: string, ...uses: readonly UnknownRecord[]): Edit {
  return all(
    grown(`form:${form}`, 'actions', { id: NEW, type, name }),
    ...uses.map(use => added('uses', { from: `form:${form}`, at: 'form.action', id: NEW, type, ...use })),
  );
}

/** A step of a campaign, after another one or at its start, and what it uses. */
export function newStep(campaign: string, type: string, more: UnknownRecord, ...uses: readonly UnknownRecord[]): Edit {
  const step = { id: NEW, name: 'New step', type, kind: 'action', parent: 0, path: '', delay: 'P0D', ...more };
  return all(
    grown(`campaign:${campaign}`, 'events', step),
    ...uses.map(use => added('uses', { from: `campaign:${campaign}`, at: 'campaign.event', id: NEW, type, ...use })),
  );
}
