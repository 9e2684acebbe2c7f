/** Faults on demand: what a server, a proxy or a network does to an answer. */
import type { ServerResponse } from 'node:http';
import { type Answer, answer, bodyOf, OLD_TOKEN } from './answer.js';
import { loginPage } from './html.js';
import { tooMany } from './site.js';

export type FaultKind =
  /** Too many calls: `seconds` until the limit is lifted (3600). */
  | '429'
  /** The right answer, `ms` late. */
  | 'slow'
  /** Half the body, then the connection breaks. */
  | 'cut'
  /** The connection breaks without an answer. */
  | 'reset'
  /** The total of a list differs on every page. */
  | 'total-moves'
  /** A notice of PHP before the JSON. */
  | 'html-in-front'
  /** The log-in form, with 200. */
  | 'html'
  | 'empty'
  | '500-html'
  | '502'
  | '503'
  | 'expired-token'
  /** 301 to another host. */
  | 'redirect'
  /** A body without end. */
  | 'huge';

export interface StandInFault {
  /** Tested against path and query as sent. */
  readonly on: RegExp;
  /** How often; always when it is left out. */
  readonly times?: number;
  readonly is: FaultKind;
  readonly ms?: number;
  readonly seconds?: number;
}

export interface Disturbed {
  readonly answer: Answer;
  readonly delay: number;
  /** How the body goes out. */
  readonly send: 'whole' | 'half' | 'nothing' | 'endless';
}

export interface Faults {
  readonly set: (faults: readonly StandInFault[]) => void;
  /** The answer after the first fault that is due. */
  readonly disturb: (path: string, right: () => Answer, now: number) => Disturbed;
}

const HTML = 'text/html; charset=UTF-8';
const NOTICE =
  '<br />\n<b>Warning</b>:  Undefined array key "alias" in <b>/srv/mautic/app/bundles/CoreBundle/Helper/InputHelper.php</b> on line <b>412</b><br />\n';
const OFFLINE = `<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <title>Site is offline</title>
</head>
<body><h1>The site is currently offline due to encountering an error.</h1></body>
</html>`;

function gateway(status: number, words: string): Answer {
  const page = `<html>\r\n<head><title>${status} ${words}</title></head>\r\n<body>\r\n<center><h1>${status} ${words}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
  return answer(status, page, { type: 'text/html' });
}

/** Answers that a fault gives in place of the right one. */
const INSTEAD: Readonly<Partial<Record<FaultKind, Answer>>> = {
  html: loginPage(),
  empty: answer(200, '', { type: HTML }),
  '500-html': answer(500, OFFLINE, { type: HTML }),
  '502': gateway(502, 'Bad Gateway'),
  '503': gateway(503, 'Service Temporarily Unavailable'),
  'expired-token': OLD_TOKEN,
  huge: answer(200, '{"total":1,"forms":[', { versioned: true }),
};

export function faultBox(): Faults {
  let pending: { fault: StandInFault; left: number }[] = [];
  let moved = 0;
  return {
    set: faults => {
      pending = faults.map(fault => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    disturb: (path, right, now) => {
      const due = pending.find(({ fault, left }) => left > 0 && path.search(fault.on) >= 0);
      if (due === undefined) return { answer: right(), delay: 0, send: 'whole' };
      due.left -= 1;
      moved += 1;
      return disturbed(due.fault, path, right, now, moved);
    },
  };
}

function disturbed(fault: StandInFault, path: string, right: () => Answer, now: number, moved: number): Disturbed {
  const whole = (given: Answer): Disturbed => ({ answer: given, delay: 0, send: 'whole' });
  const instead = INSTEAD[fault.is];
  if (instead !== undefined) return { ...whole(instead), send: fault.is === 'huge' ? 'endless' : 'whole' };
  switch (fault.is) {
    case '429':
      return whole(tooMany(60, Math.floor(now / 1000) + (fault.seconds ?? 3600), true));
    case 'slow':
      return { ...whole(right()), delay: fault.ms ?? 1000 };
    case 'cut':
      return { ...whole(right()), send: 'half' };
    case 'total-moves':
      return whole(rewritten(right(), body => body.replace(/^\{"total":(\d+)/u, (_, total) => `{"total":${Number(total) + moved}`)));
    case 'html-in-front':
      return whole(rewritten(right(), body => NOTICE + body));
    case 'redirect':
      return whole(answer(301, '', { type: HTML, headers: { location: `https://elsewhere.example${path}` } }));
    default:
      return { ...whole(right()), send: 'nothing' };
  }
}

function rewritten(given: Answer, change: (body: string) => string): Answer {
  return { ...given, body: [Buffer.from(change(bodyOf(given).toString()))] };
}

const MORE = Buffer.from(`${JSON.stringify({ id: 1, name: 'x'.repeat(65_000) })},`);

/** Writes until the other side has had enough. */
export function sendEndless(response: ServerResponse): void {
  const more = (): void => {
    if (!response.destroyed && response.write(MORE)) setImmediate(more);
  };
  response.on('drain', more);
  more();
}
