/** What a login with fewer rights is shown: cut lists are told, and nothing more is read than the role may see. */
import { describe, expect, it } from 'vitest';
import { basic, contentOfBundle, cuts, OAUTH, pull, standIn } from './live.js';

const OWN = [
  'form',
  'form_field',
  'segment',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'focus_item',
  'text_message',
  'message',
  'webhook',
  'notification',
  'asset',
  'report',
];

describe.each(['5.1.0', '6.0.8', '7.0.2'] as const)('on %s', version => {
  it('own items only: every such list is told', async () => {
    const server = await standIn({ version });
    const pulled = await pull(server.url, basic('reader.own'));
    const told = cuts(pulled.snapshot).filter(entry => entry.includes('own-only'));
    expect(told.map(entry => entry.split(' ')[0])).toEqual(OWN);
    expect(cuts(pulled.snapshot).find(entry => entry.startsWith('tag '))).toBe('tag absent error-500');
    // API v2 shows everybody everything: files with its answers hold more than the role may see
    if (version !== '7.0.2') expect(pulled.content).toBe(await contentOfBundle(pulled));
    const seen = pulled.snapshot.items.filter(item => item.kind === 'email' && item.thin !== true);
    expect(seen).toEqual([]);
  });

  it('everything, but read-only: whole', async () => {
    const server = await standIn({ version });
    const { snapshot } = await pull(server.url, basic('reader.all'));
    expect(cuts(snapshot).filter(entry => !entry.includes('.'))).toEqual([]);
  });

  it('no permission: everything is refused', async () => {
    const server = await standIn({ version });
    const { snapshot } = await pull(server.url, basic('reader.none'));
    expect(snapshot.items).toEqual([]);
    expect(snapshot.coverage.map(({ state }) => state)).toEqual(snapshot.coverage.map(() => 'absent'));
    expect(new Set(snapshot.coverage.flatMap(({ why }) => why ?? []))).toEqual(new Set(['refused']));
  });

  it('all but forms', async () => {
    const server = await standIn({ version });
    const { snapshot } = await pull(server.url, basic('reader.noforms'));
    expect(cuts(snapshot).filter(entry => !entry.includes('.'))).toEqual([
      'form partial refused thin-answer',
      'form_field partial refused thin-answer',
    ]);
  });
});

describe('on 7.0.2', () => {
  it('tags come from API v2 when v1 does not show them', async () => {
    const server = await standIn({ version: '7.0.2' });
    const { snapshot } = await pull(server.url, basic('reader.tags'));
    expect(snapshot.coverage.find(({ of }) => of === 'tag')).toEqual({ of: 'tag', state: 'complete', rows: 57, total: 57 });
  });

  it('a token that v2 does not take: nothing says whether lists of one maker are whole', async () => {
    const server = await standIn({ version: '7.0.2' });
    const { snapshot } = await pull(server.url, OAUTH);
    const told = cuts(snapshot);
    expect(told).toContain('email unknown v2-login');
    expect(told).toContain('email.excluded absent v2-login');
    expect(told.filter(entry => entry.startsWith('form ') || entry.startsWith('segment '))).toEqual([]);
  });
});
