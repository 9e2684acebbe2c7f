/** The sites that are opened in a browser: what a visitor does there, so that every branch of their code runs. */
import type { Exceptions } from './differences.js';
import type { Visit } from './visit.js';

export interface TriedSite extends Exceptions {
  /** From the root of the repository. */
  readonly folder: string;
  readonly visits: readonly Visit[];
}

const FIXTURES = 'test/fixtures/websites';

/** The site of the example that the README shows. */
export const PIZZERIA: TriedSite = {
  folder: 'examples/pizzeria/site',
  visits: [
    { open: 'index.html', scriptless: true },
    {
      open: 'index.html',
      steps: [
        ['click', '#statistics-yes'],
        ['click', '#dolci summary'],
      ],
    },
    {
      open: 'newsletter.html',
      steps: [
        ['click', '#statistics-yes'],
        ['fill', '#film', 'None'],
        ['click', '#vote'],
      ],
    },
    {
      open: 'booking.html',
      steps: [
        ['click', '#statistics-yes'],
        ['choose', '#evening', 'carnival-2026'],
        ['fill', '[name="mauticform[name]"]', 'Ada Esempio'],
        ['fill', '[name="mauticform[phone]"]', '000'],
        ['fill', '[name="mauticform[day]"]', '2026-12-24'],
        ['fill', '[name="mauticform[guests]"]', '2'],
        ['tick', '[name="mauticform[menu][]"]'],
        ['click', 'form button'],
      ],
    },
  ],
};

export const PLAIN: TriedSite = { folder: `${FIXTURES}/plain-calls`, visits: [{ open: 'index.html' }] };

export const SITES: readonly TriedSite[] = [
  PIZZERIA,
  PLAIN,
  { folder: `${FIXTURES}/casts`, visits: [{ open: 'index.html' }] },
  { folder: `${FIXTURES}/worked-out`, visits: [{ open: 'index.html' }, { open: 'index.html?guest&evening=jazz' }] },
  { folder: `${FIXTURES}/wrapper`, visits: [{ open: 'index.html', steps: [['click', '#join']] }] },
  { folder: `${FIXTURES}/queue`, visits: [{ open: 'index.html' }, { open: 'other-name.html', steps: [['click', '#late']] }] },
  {
    folder: `${FIXTURES}/pixels`,
    visits: [
      { open: 'index.html', scriptless: true },
      {
        open: 'index.html',
        steps: [
          ['click', '#like'],
          ['click', '#more'],
        ],
      },
    ],
  },
  {
    folder: `${FIXTURES}/html-form`,
    visits: [
      {
        open: 'index.html',
        steps: [
          ['choose', 'select', 'Signora'],
          ['fill', '#first', 'Ada'],
          ['fill', '#mail', 'ada@people.example'],
          ['fill', '#film', 'None'],
          ['tick', '#menu'],
          ['tick', '#yes'],
          ['fill', '#outside', '000'],
          ['click', '#send'],
        ],
      },
    ],
  },
  {
    folder: `${FIXTURES}/form-data`,
    visits: [{ open: 'index.html', steps: ['#book', '#menu', '#contest', '#own-send'].map(button => ['click', button] as const) }],
  },
  { folder: `${FIXTURES}/embeds`, visits: [{ open: 'index.html' }, { open: 'it.html' }], unreached: ['form 4'] },
  {
    folder: `${FIXTURES}/rest`,
    visits: [{ open: 'index.html?card', steps: ['#join', '#offer'].map(button => ['click', button] as const) }],
  },
  {
    folder: `${FIXTURES}/tags`,
    visits: [{ open: 'index.html', steps: [['click', '#leave']] }, { open: 'index.html?spring#gold' }],
  },
  {
    folder: `${FIXTURES}/handlers`,
    visits: [
      {
        open: 'index.html',
        steps: [
          ['click', '#vote'],
          ['fill', '#table', 'By the window'],
          ['click', '#call'],
          ['click', '#go'],
        ],
      },
    ],
  },
  {
    folder: `${FIXTURES}/old-scripts`,
    visits: [
      { open: 'index.html', steps: [['click', '#quick-send']] },
      {
        open: 'index.html',
        steps: [
          ['click', '#ask'],
          ['click', '#post'],
        ],
      },
    ],
  },
  { folder: `${FIXTURES}/hooks`, visits: [{ open: 'index.html', steps: [['click', '#order']] }] },
  {
    folder: `${FIXTURES}/open-sets`,
    visits: [{ open: 'index.html' }],
    open: { field: ['field shoe_size', 'field colour'], tag: ['tag red'] },
  },
];
