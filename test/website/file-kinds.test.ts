import { describe, expect, it } from 'vitest';
import { fileKind } from '../../src/website/file-kinds.js';

describe('a file of a website is read by its ending', () => {
  it.each([
    ['site/app.ts', { is: 'code', dialect: 'ts' }],
    ['site/App.TSX', { is: 'code', dialect: 'tsx' }],
    ['site/main.mjs', { is: 'code', dialect: 'js' }],
    // JSX is common in files that do not say so.
    ['site/main.js', { is: 'code', dialect: 'jsx' }],
    ['layouts/partials/footer.html', { is: 'markup' }],
    ['theme/js.phtml', { is: 'markup' }],
    ['views/page.html.twig', { is: 'markup' }],
    ['_includes/form.liquid', { is: 'markup' }],
    ['app/views/home.html.erb', { is: 'markup' }],
    ['src/Page.vue', { is: 'markup' }],
  ])('%s', (path, kind) => {
    expect(fileKind(path)).toEqual(kind);
  });
});

describe('what is no code of a website is left', () => {
  it.each([
    // Pushes in documentation are examples.
    ['docs/how-to-push-contacts.md'],
    // A relay in a language that nobody reads here.
    ['client/mautic.go'],
    // Forms of a content management system, and declarations of other tools.
    ['Resources/Private/Fusion/Form.fusion'],
    ['Configuration/Yaml/FormSetup.yaml'],
    ['privacy/purposes.yml'],
    // Configuration may hold secrets.
    ['.env'],
    ['.env.production'],
    ['config/mautic.json'],
    ['constructor'],
    ['site/__proto__'],
  ])('%s', path => {
    expect(fileKind(path)).toBeUndefined();
  });
});
