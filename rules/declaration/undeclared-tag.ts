import { group } from '../../src/collections.js';
import { comparableKey, formatIdentity } from '../../src/items.js';
import { declareItem } from '../../src/lint/declared/stubs.js';
import { peopleIn, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const spicy = { kind: 'tag', id: 12, key: 'taste-spicy' } as const;

export default rule({
  id: 'undeclared-tag',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['tag'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 4(4)', kind: 'law' },
    { cite: 'GDPR Art. 5(1)(b)', kind: 'law' },
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Tag without a declaration',
      message:
        "The tag '{tag}'[, carried by {people},] is not declared: nobody can tell people what it is for. Add it under `tags` with its `purposes` (one pattern such as `evt-*` covers many), or delete it in Mautic.",
      why: 'A tag says something about a person that the person does not see. If nobody has written down what it is for, nobody can answer when they ask.',
      next: 'Write the tag, or a pattern that covers many like it, under `tags` with its purposes and how long it is kept; delete in Mautic what nobody needs.',
    },
    it: {
      title: 'Tag non dichiarato',
      message:
        'Il tag «{tag}»[, assegnato a {people},] non è nella dichiarazione: nessuno può spiegare alle persone a che cosa serve. Aggiungilo in `tags` con le finalità (`purposes`; uno schema come `evt-*` ne copre molti), o eliminalo in Mautic.',
      why: 'Un tag dice di una persona qualcosa che lei non vede. Se nessuno ha scritto a che cosa serve, nessuno sa rispondere quando lei lo chiede.',
      next: 'Scrivi il tag, o uno schema che ne copra molti, in `tags` con le finalità e la conservazione; elimina in Mautic quelli che non servono a nessuno.',
    },
  },
  examples: {
    bad: { declarations: 'tags: {}', items: [spicy], finds: ['tag:taste-spicy'] },
    good: { declarations: 'tags:\n  "taste-*": {purposes: [menu-personalisation], retention: P12M}', items: [spicy], finds: [] },
  },
  check: context => {
    const { snapshot } = context;
    const sameText = (tag: ItemOf<'tag'>): string =>
      tag.key === '' || tag.masked?.includes('key') === true ? snapshot.reference(tag) : formatIdentity('tag', comparableKey(tag.key));
    return [...group(undeclaredItems(context, 'tag'), sameText).values()].flatMap(tags => {
      // One text with two ids (written twice, or once with encoded characters) is one tag to the team, so it is one finding.
      const [tag, ...twins] = tags;
      if (tag === undefined) return [];
      const reference = snapshot.reference(tag);
      const people = twins.length === 0 ? peopleIn(snapshot.count(reference, 'people')) : {};
      const related = twins.map(twin => ({ subject: snapshot.reference(twin), place: { item: snapshot.reference(twin) } }));
      return [
        {
          subject: twins.length === 0 ? reference : sameText(tag),
          place: { item: reference },
          data: { tag: tag.key, ...people },
          fixes: declareItem(context, tag),
          ...(related.length === 0 ? {} : { related }),
        },
      ];
    });
  },
});
