/** Answers that are no JSON, told by their form. */
import { describe, expect, it } from 'vitest';
import { answerTo, brief, english, OAUTH, type Reply } from './server.js';

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const html = (body: string, status = 200): Reply => ({ status, headers: HTML, body });
const LOGIN =
  '<!DOCTYPE html><html><body><form action="/s/login_check"><input type="text" name="_username"><input type="password"></form></body></html>';
const NOTICE = '<br />\n<b>Warning</b>:  Undefined variable $hidden in <b>/srv/hidden/x.php</b> on line <b>3</b><br />\n';

describe('an answer that is no JSON', () => {
  it.each<[string, Reply, string]>([
    [
      'PHP too old',
      html(
        'Your server does not meet the minimum PHP requirements. Mautic requires PHP version 8.1.0 while your server has 7.4.3. Please contact your host.',
        500,
      ),
      'fault php-version',
    ],
    [
      'PHP too new',
      html('Mautic does not support PHP version 8.9.1 at this time. To use Mautic, you will need to downgrade to an earlier version.', 500),
      'fault php-version',
    ],
    ['a warning in front', html(`${NOTICE}{"total":0,"tags":[]}`), 'fault html-in-front/around'],
    ['a warning as text in front', html('\nPHP Warning:  x in y on line 3\n{"total":0,"tags":[]}'), 'fault html-in-front/around'],
    ['a warning behind', html(`{"total":0,"tags":[]}\n${NOTICE}`), 'fault html-in-front/around'],
    ['a warning in front of an error', html(`${NOTICE}{"errors":[{"code":500}]}`, 500), 'fault html-in-front/around'],
    [
      'a fatal error alone',
      html('<br />\n<b>Fatal error</b>:  Allowed memory size exhausted in <b>/srv/hidden</b>'),
      'fault html-in-front/instead',
    ],
    ['a login page', html(LOGIN), 'fault login-page'],
    ['a login page that is refused', html(LOGIN, 403), 'fault login-page'],
    ['a page of a shop with data in it', html('<!DOCTYPE html><html><script>{"@type":"Shop"}</script></html>'), 'fault not-mautic/address'],
    ['any text', html('It works!'), 'fault not-mautic/address'],
    ['a page that is not there', html('<html>no</html>', 404), 'fault not-mautic/address'],
    [
      'a login of the web server',
      { status: 401, headers: { ...HTML, 'www-authenticate': 'Basic realm="Staging"' }, body: '<html>401</html>' },
      'fault not-mautic/front-login',
    ],
    ['a firewall', html('<html>blocked</html>', 403), 'fault html-error/refused'],
    ['an error page', html('<html>oops</html>', 500), 'fault html-error/server'],
    ['a gateway', html('<html>bad gateway</html>', 502), 'fault html-error/server'],
    ['half of an answer', html('{"total":3,"tags":{"1":{"id":1,'), 'fault broken/json'],
    ['half of a list', html('[{"id":1},{"id":2},{"i'), 'fault broken/json'],
    ['nothing', html('', 200), 'fault empty'],
    ['blanks', html(' \n', 200), 'fault empty'],
    ['nothing but an error', html('', 500), 'fault empty'],
    ['nothing but "no"', html('', 403), 'fault empty'],
  ])('%s', async (_, reply, expected) => {
    const answer = await answerTo(reply);
    expect(brief(answer)).toBe(expected);
    expect(`${JSON.stringify(answer)} ${english(answer)}`).not.toContain('hidden');
  });

  it('does not mind a byte order mark, nor a wrong content type', async () => {
    expect(brief(await answerTo(html('\ufeff\ufeff \n{"total":0}')))).toBe('json 200');
  });

  it('of API v2 is an answer when it says 401', async () => {
    expect(await answerTo(html('', 401), OAUTH, '/api/v2/forms?page=1')).toEqual({ is: 'json', status: 401, value: null, bytes: 0 });
  });
});

describe('redirects', () => {
  it.each<[string, string, string, string]>([
    ['another host', 'https://other.example:8443/api/tags', 'fault redirect-elsewhere/host', 'other.example:8443'],
    ['another host, short', '//other.example/x', 'fault redirect-elsewhere/host', 'other.example'],
    ['a host with a hostile name', 'https://a"<b>.example/', 'fault redirect-elsewhere/nowhere', ''],
    ['credentials in it', 'https://ann:hidden@other.example/', 'fault redirect-elsewhere/host', 'other.example'],
    ['another scheme', 'javascript:alert(1)', 'fault redirect-elsewhere/nowhere', ''],
    ['nowhere', 'https://', 'fault redirect-elsewhere/nowhere', ''],
  ])('%s', async (_, location, expected, to) => {
    const answer = await answerTo({ status: 302, headers: { location }, body: '' });
    expect(brief(answer)).toBe(expected);
    expect(answer.is === 'fault' ? answer.fault.data.to : undefined).toBe(to);
    expect(JSON.stringify(answer)).not.toContain('hidden');
  });

  it('to the installer, to the login screen, and without a goal', async () => {
    const answers = ['/installer', '/crm/index.php/installer/step/0', '/s/login', 'https://other.example/crm/s/login'].map(location =>
      answerTo({ status: 302, headers: { location }, body: '' }),
    );
    expect((await Promise.all(answers)).map(brief)).toEqual([
      'fault not-installed',
      'fault not-installed',
      'fault login-page',
      'fault login-page',
    ]);
    expect(brief(await answerTo({ status: 301, headers: {}, body: '' }))).toBe('fault redirect-elsewhere/nowhere');
  });

  it('say where to, and what to change', async () => {
    const answer = await answerTo({ status: 301, headers: { location: 'https://crm.example/api/tags' }, body: '' });
    expect(english(answer)).toMatch(/^127\.0\.0\.1:\d+ sends the request on to crm\.example, .*`mautic\.url`.*`site_url`/u);
  });
});
