/** Figures that authorities publish, and what Mautic leaves on devices: dated, each with its source, and such that the rules can read them. */
import { expect, it } from 'vitest';
import { daysOf } from '../../src/declarations/periods.js';
import { authorityGuidance, mauticIdentifiers, retentionYardsticks } from '../../src/generated/data.js';

const { open_tracking, own_profiling_consent, identifiers } = authorityGuidance();

it('say when they were looked up, and where', () => {
  for (const { dated } of [mauticIdentifiers(), authorityGuidance(), retentionYardsticks()]) expect(dated).toMatch(/^\d{4}-\d\d-\d\d$/u);
  expect(mauticIdentifiers().sources.length).toBeGreaterThan(1);
  const sourced = [...open_tracking, ...own_profiling_consent, identifiers, ...retentionYardsticks().yardsticks];
  for (const { authority, source } of sourced) expect(source.startsWith(authority)).toBe(true);
});

it('are periods, countries and names of cookies', () => {
  for (const { period } of retentionYardsticks().yardsticks) expect(daysOf(period)).toBeGreaterThan(0);
  expect(daysOf(identifiers.lifetime)).toBeGreaterThan(0);
  const national = [...open_tracking, ...own_profiling_consent, ...retentionYardsticks().yardsticks];
  for (const { country } of national) expect(country).toMatch(/^[A-Z]{2}$/u);
  for (const [name, { lifetime }] of Object.entries(mauticIdentifiers().identifiers)) {
    expect(name).toMatch(/^[a-z_]+\*?$/u);
    if (lifetime !== 'session' && lifetime !== 'unlimited') expect(daysOf(lifetime)).toBeGreaterThan(0);
  }
});
