import { placeOf } from '../../src/lint/forms/questions.js';
import { channelMismatches } from '../../src/lint/paths/channels.js';
import { nameOf, nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  newsletter: {use: email-marketing, legal_basis: consent, channels: [email]}
campaigns:
  Autumn: {purposes: [newsletter]}`;
const CAMPAIGN = { kind: 'campaign', id: 1, key: 'Autumn', published: true } as const;
const SENDS = { from: 'campaign:Autumn', how: 'sends', at: 'campaign.event', id: 5 } as const;

export default rule({
  id: 'channel-mismatch',
  family: 'consent',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'point_trigger', 'campaign', 'email', 'text_message', 'message', 'notification'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 13(1)', kind: 'law' },
    { cite: 'Garante, Douglas, 20 October 2022 (doc. web 9825667)', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'A channel that people did not agree to',
      message:
        "'{item}' ({kind}) reaches people by {channel}, but for '{purpose}' they said yes only to {channels}. Stop it, or ask for this channel too and then add it to `channels`.",
      why: 'A yes to an e-mail is no yes to a text message or a call. People chose how they want to hear from you.',
      next: 'Take the step out of the campaign. To use the channel, ask for it with a box of its own, filter by that yes, and only then declare it.',
    },
    it: {
      title: 'Un canale che le persone non hanno accettato',
      message:
        "«{item}» ({kind}) raggiunge le persone via {channel}, ma per «{purpose}» hanno detto sì solo a {channels}. Sospendi l'invio, oppure chiedi il consenso anche per questo canale e poi aggiungilo a `channels`.",
      why: 'Un sì alle e-mail non è un sì a SMS o telefonate. Le persone hanno scelto come vogliono sentirti.',
      next: 'Togli il passo dalla campagna. Per usare il canale, chiedilo con una casella a parte, filtra in base a quel sì e solo dopo dichiaralo.',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [CAMPAIGN, { kind: 'text_message', id: 1, key: 'Pizza week', published: true }],
      uses: [{ ...SENDS, to: 'text_message:Pizza week' }],
      finds: ['text_message:Pizza week'],
    },
    good: {
      declarations: DECLARED,
      items: [CAMPAIGN, { kind: 'email', id: 1, key: 'Pizza week', published: true, type: 'template' }],
      uses: [{ ...SENDS, to: 'email:Pizza week' }],
      finds: [],
    },
  },
  check: context =>
    channelMismatches(context).map(({ item, channel, purpose, channels, senders }) => ({
      subject: context.snapshot.reference(item),
      place: placeOf(context, item),
      data: { item: nameOf(item), kind: item.kind, channel, purpose: nameOfPurpose(purpose), channels },
      related: senders.map(sender => ({ subject: context.snapshot.reference(sender), place: placeOf(context, sender) })),
      key: channel,
    })),
});
