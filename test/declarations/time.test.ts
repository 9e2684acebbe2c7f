import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isDay } from '../../src/declarations/days.js';
import { daysOf } from '../../src/declarations/periods.js';
import { wholeRetention } from '../../src/declarations/retention.js';
import { build } from './tell.js';

describe('days', () => {
  it.each([
    ['2026-11-25', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['0050-01-01', true],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-25 ', false],
    ['26-11-25', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['2026-11-25', 7, '2026-12-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it.each([
    ['2026-11-25', 12, '2027-11-25'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-08-31', -6, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('adding and taking away days cancel out', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const day = addDays('2000-01-01', from);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

describe('periods', () => {
  it.each([
    ['P1Y', 365],
    ['P12M', 365],
    ['P24M', 730],
    ['P6M', 182.5],
    ['P2W', 14],
    ['P7D', 7],
    ['P0D', 0],
    ['P1Y6M', 547.5],
    ['PT24H', 1],
    ['P1DT12H', 1.5],
    ['PT1440M', 1],
  ])('%s is %f days', (period, days) => {
    expect(daysOf(period)).toBe(days);
  });

  it.each(['', 'P', 'PT', 'P1', '1Y', 'P1.5M', 'P-1M', 'p1y', 'P1D1Y', 'P1DT', 'P1H', ' P1Y', 'P1Y '])('%j is none', text => {
    expect(daysOf(text)).toBeUndefined();
  });
});

describe('retention', () => {
  it('written as a period starts by what it is of', () => {
    expect(wholeRetention('P6M', 'item')).toEqual({ period: 'P6M', end: 'delete' });
    expect(wholeRetention('P6M', 'tag')).toEqual({ period: 'P6M', from: 'collected', end: 'delete' });
    expect(wholeRetention('P6M', 'results')).toEqual({ period: 'P6M', from: 'collected', end: 'delete' });
    expect(wholeRetention('P1M', 'visitors')).toEqual({ period: 'P1M', from: 'last-action', end: 'delete' });
    expect(wholeRetention('P6M', 'purpose')).toEqual({ period: 'P6M', end: 'delete' });
  });

  it('keeps what is written', () => {
    const retention = build('tags: {a: {retention: {period: P6M, from: event-date, then: anonymise}}}').items.tag[0]?.value.retention ?? '';
    expect(wholeRetention(retention, 'tracking')).toMatchObject({ period: 'P6M', from: 'event-date', end: 'anonymise' });
  });
});
