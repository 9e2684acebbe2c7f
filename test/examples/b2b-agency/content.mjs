// Pages, dynamic content, focus items, text messages, papers.
import { formId } from './forms.mjs';
import { category, segmentId } from './groups.mjs';
import { finder, listOf, made, mapOf, numbered } from './rows.mjs';
import { noticeUrl } from './texts.mjs';

const NO_UTM = { utmSource: null, utmMedium: null, utmCampaign: null, utmContent: null };
const CENTRE = '{segmentlist}{categorylist}{channelfrequency}{leadidentifier}{saveprefsbutton}{successmessage}';

const page = (alias, title, language, body, { brand = 'meridiana', centre = false, notice = brand } = {}) => ({
  alias,
  title,
  language,
  centre,
  group: `${brand}-pages`,
  html: `<!DOCTYPE html><html><head><title>{pagetitle}</title></head><body>${body}<p><a href="${noticeUrl(notice)}">Privacy</a></p></body></html>`,
});

const PAGES = [
  page('preferenze', 'Che cosa vuoi ricevere', 'it', `<div>${CENTRE}</div>`, { centre: true }),
  page('einstellungen', 'Was wir Ihnen schicken', 'de', `<div>${CENTRE}</div>`, { centre: true }),
  page('preferences', 'Ce que nous vous envoyons', 'fr', `<div>${CENTRE}</div>`, { centre: true }),
  page('indirizzo-confermato', 'Grazie, indirizzo confermato', 'it', '<h1>Grazie</h1>'),
  page('torchio-confermato', 'Torchio: indirizzo confermato', 'it', '<h1>Grazie</h1>', { brand: 'torchio' }),
  page('webinar', 'Il prossimo webinar', 'it', `{form=${formId('Iscrizione al webinar')}}`),
  page('guide', 'Le nostre guide', 'it', `{form=${formId('Richiesta guida')}}`),
  page('una-domanda', 'Una domanda sul webinar', 'it', `{form=${formId('Valutazione del webinar')}}`),
  page('giornata-torchio', 'Giornata Torchio 2027', 'it', `{form=${formId('Giornata Torchio')}}`, { brand: 'torchio' }),
  page('sala-stampa', 'Sala stampa', 'it', `{form=${formId('Accredito stampa')}}`, { notice: 'press' }),
  page('prezzi', 'Quanto costa una campagna', 'it', '{dwc=prices-case}<p>Da tremila euro.</p>'),
];

const pages = numbered(
  PAGES.map(({ alias, title, language, centre, group, html }) => ({
    ...made(),
    title,
    alias,
    category: category('page', group),
    language,
    publishUp: null,
    publishDown: null,
    hits: 120,
    uniqueHits: 90,
    variantHits: 0,
    revision: 2,
    metaDescription: null,
    redirectType: null,
    redirectUrl: null,
    isPreferenceCenter: centre,
    noIndex: centre,
    variantSettings: [],
    variantStartDate: null,
    variantParent: null,
    variantChildren: [],
    translationParent: null,
    translationChildren: [],
    template: 'blank',
    customHtml: html,
    projects: [],
  })),
);
export const pageId = alias => finder(pages, 'alias')(alias).id;

const segment = alias => ({
  glue: 'and',
  field: 'leadlist',
  object: 'lead',
  type: 'leadlist',
  filter: [segmentId(alias)],
  display: null,
  operator: 'in',
});
const DYNAMIC = [
  ['Case for the food trade', 'prices-case', 'Come una latteria ha riempito lo stand.', [segment('tailored-food')]],
  ['Case for machinery', 'home-case', 'Un film per una pressa piegatrice.', [segment('tailored-machinery')]],
  ['Next webinar for guests', 'home-webinar', 'Il tuo posto è tenuto.', [segment('webinar-next')]],
  ['Torchio day for guests', 'torchio-next', 'Ci vediamo alla Giornata Torchio.', [segment('torchio-day-guests')]],
];
const dynamicContents = numbered(
  DYNAMIC.map(([name, slotName, text, filters]) => ({
    isPublished: true,
    name,
    category: null,
    type: 'html',
    publishUp: null,
    publishDown: null,
    sentCount: 40,
    variantParent: null,
    variantChildren: [],
    content: `<p>${text}</p>`,
    utmTags: NO_UTM,
    filters,
    isCampaignBased: false,
    slotName,
    projects: [],
  })),
);

const FOCUS = [
  ['Barra della lettera', 'https://meridiana.example', 'Lettera Meridiana', 'meridiana'],
  ['Torchio prima della fiera', 'https://torchio.example', 'Lettera Torchio', 'torchio'],
];
const focus = numbered(
  FOCUS.map(([name, website, form, notice]) => ({
    ...made(),
    name,
    category: null,
    description: null,
    type: 'form',
    website,
    style: 'bar',
    publishUp: null,
    publishDown: null,
    properties: {
      content: {
        headline: 'Una volta al mese, niente altro',
        tagline: `Come usiamo i tuoi dati: ${noticeUrl(notice)}`,
        link_text: null,
        link_url: null,
      },
      when: 'scroll_middle',
      frequency: 'once',
    },
    utmTags: NO_UTM,
    form: formId(form),
    htmlMode: 'basic',
    html: null,
    editor: null,
    cache: '<!-- generated markup left out -->',
    projects: [],
  })),
);

const TEXTS = [
  ['Torchio: a domani', 'Domani la Giornata Torchio, dalle 9. Badge al banco. STOP per non avere promemoria.', 'it'],
  ['Colazione: a domani', 'Domani alle 8.30 la colazione di lavoro. STOP per non avere promemoria.', 'it'],
];
const smses = numbered(
  TEXTS.map(([name, message, language]) => ({
    ...made(),
    name,
    message,
    language,
    category: null,
    publishUp: null,
    publishDown: null,
    sentCount: 60,
    projects: [],
  })),
);
export const smsId = name => finder(smses)(name).id;

const MESSAGES = [['Promemoria della giornata', [['sms', 1, 'Torchio: a domani']]]];
const messages = numbered(
  MESSAGES.map(([name, channels]) => ({
    ...made(),
    name,
    description: null,
    publishUp: null,
    publishDown: null,
    channels: channels.map(([channel, channelId, channelName], index) => ({
      id: index + 1,
      channel,
      channelId,
      channelName,
      isEnabled: true,
    })),
    category: null,
    projects: [],
  })),
);

const ASSETS = [
  'Trade fair checklist',
  'Briefs that work',
  'Data you can do without',
  'Media kit',
  'Torchio exhibitor guide',
  'Rate card 2027',
];
const assets = numbered(
  ASSETS.map(title => ({
    ...made(),
    title,
    alias: title.toLowerCase().replace(/\W+/gu, '-'),
    category: category('asset', 'papers'),
    description: null,
    language: 'en',
    publishUp: null,
    publishDown: null,
    downloadCount: 90,
    uniqueDownloadCount: 80,
    revision: 1,
    extension: 'pdf',
    mime: '',
    size: -1,
    downloadUrl: 'https://mautic.meridiana.example/asset/1',
    storageLocation: 'remote',
    disallow: true,
    projects: [],
  })),
);
export const assetId = title => finder(assets, 'title')(title).id;

export const contentAnswers = () => ({
  'pages.json': listOf('pages', pages),
  'dynamiccontents.json': mapOf('dynamicContents', dynamicContents),
  'focus.json': mapOf('focus', focus),
  'smses.json': mapOf('smses', smses),
  'messages.json': listOf('messages', messages),
  'notifications.json': listOf('notifications', []),
  'assets.json': listOf('assets', assets),
});
