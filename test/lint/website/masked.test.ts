import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutValues } from '../../../src/lint/website/masked.js';

describe('code as it may be shown', () => {
  it.each([
    ['<input value="kim@guest.example">', '<input value="•••••••••••••••••">'],
    ["to: 'kim.doe+x@mail.guest.example',", "to: '••••••••••••••••••••••••••••',"],
    ['?email=kim%40guest.example&x=1', '?email=•••••••••••••••••••&x=1'],
    ['kim&#64;guest.example', '•••••••••••••••••••••'],
    ['mailto:kim@guest.example', 'mailto:•••••••••••••••••'],
    ['tel:+390115557733', 'tel:•••••••••••••'],
    ['"011 555 7733"', '"••••••••••••"'],
    ['phone: "(212) 555-7733"', 'phone: "••••••••••••••"'],
  ])('%s', (text, shown) => {
    expect(withoutValues(text)).toBe(shown);
  });

  it.each([
    "import x from '@scope/pkg@1.2.3';",
    '@media (max-width: 600px) {',
    "new Date('2026-11-25 10:00')",
    'form/generate.js?id=1425',
    'const limit = 10000000;',
    'https://mautic.aurora.example/mtc.js',
    '',
  ])('leaves as it is: %s', text => {
    expect(withoutValues(text)).toBe(text);
  });

  it('keeps every line and every column', () => {
    const piece = fc.constantFrom('kim@guest.example', '+39 011 555 77', '\n', '\r\n', '😀', '%40', '@', 'é', '"', ' ', '7733');
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('');
        const shown = withoutValues(text);
        expect(shown.length).toBe(text.length);
        expect([...shown].length).toBe([...text].length);
        expect(shown.split('\n').map(({ length }) => length)).toEqual(text.split('\n').map(({ length }) => length));
      }),
    );
  });

  it('takes long code in its stride', () => {
    const long = `${'a.'.repeat(100_000)}@${'b'.repeat(100_000)} ${'1 '.repeat(100_000)}`;
    expect(withoutValues(long)).toHaveLength(long.length);
  });
});
