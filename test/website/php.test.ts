/** PHP: what is in its texts, and the arrays that it pushes to Mautic. */
import { describe, expect, it } from 'vitest';
import { fixture, marked, read, scripts, sent } from './markup/support.js';

const php = (code: string): string => `<?php\n${code}`;

describe('attributes that become parameters of a page view', () => {
  const text = fixture('attributes-by-filter.php');

  it('are told by their keys, and a filter can add more', () => {
    expect(sent('attributes.php', text)).toEqual([
      '6:11 contact_field email (resolved, mt)',
      '7:11 contact_field wp_nick (resolved, mt)',
      '8:11 contact_field wp_since (resolved, mt)',
      '14:92 contact_field - (open, mt)',
      '15:21 tracking - (literal, pixel) gate=none',
      '15:58 opaque d (literal, pixel) inUrl',
    ]);
  });

  it('are left out of the script, which is read without them; a call that PHP prints is a script, too', () => {
    expect(scripts('attributes.php', text)).toEqual([
      `js inline: function demo_send(){ mt('send', 'pageview',{} ); }`,
      'js: mt("send", "pageview", {"email": "…"});',
    ]);
    const printed = read('attributes.php', text).scripts[1];
    expect(printed?.text.indexOf('"email"')).toBe(text.indexOf('"email"'));
  });

  it('without a filter are all there is', () => {
    const code = `<script>mt('send', 'pageview', <?= json_encode(['city' => $c, 'tags' => ['a', '-b', $d]]) ?>)</script>`;
    expect(sent('x.php', code)).toEqual([
      '1:50 contact_field city (literal, mt)',
      '1:64 tag - (open, mt)',
      '1:75 tag a (literal, mt)',
      '1:81 tag_removed b (literal, mt)',
    ]);
    expect(scripts('x.php', code)).toEqual([`js inline: mt('send', 'pageview', {} )`]);
  });
});

describe('pushes to the API', () => {
  it('a contact that is loaded and written back: what is set, and all the rest', () => {
    expect(sent('round-trip.php', fixture('round-trip.php'))).toEqual([
      '5:9 contact_field email (resolved, rest-push)',
      '6:9 contact_field landline (resolved, rest-push)',
      '9:31 contact_field - (open, rest-push)',
      '10:23 contact_field firstname (literal, rest-push)',
      '10:46 contact_field pet_name (literal, rest-push)',
      '10:77 tag shop (literal, rest-push)',
    ]);
  });

  it('authors of comments become contacts, with the address of their machine', () => {
    const text = php(`function push_author($comment) {
  $body = array('firstname' => $comment->comment_author, 'email' => $comment->comment_author_email);
  $body['website'] = $comment->comment_author_url;
  $body['ipAddress'] = $_SERVER['REMOTE_ADDR'];
  return Service::instance()->mautic_api_call('contacts/new', 'POST', $body);
}`);
    expect(sent('comment.php', text)).toEqual([
      '3:18 contact_field firstname (resolved, rest-push)',
      '3:59 contact_field email (resolved, rest-push)',
      '4:10 contact_field website (resolved, rest-push)',
      '5:10 page_data ipAddress (resolved, rest-push)',
    ]);
  });

  it.each([
    `wp_remote_post($base . '/api/contacts/new', ['headers' => ['Authorization' => $a], 'body' => wp_json_encode(['city' => 1])]);`,
    `$url = "$base/api/contacts/new"; $client->request('POST', $url, ['json' => ['city' => 1]]);`,
    `$args = ['timeout' => 3]; $args['body'] = ['city' => 1]; wp_remote_post(MAUTIC . '/api/contacts/12/edit', $args);`,
    `curl_setopt($ch, CURLOPT_URL, $base . '/api/contacts/new'); curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query(['city' => 1]));`,
    `curl_setopt_array($ch, [CURLOPT_URL => $base . '/api/contacts/new', CURLOPT_POSTFIELDS => json_encode(['city' => 1])]);`,
    `$contactApi->edit($id, ['city' => 1]);`,
    `$this->crm = $api->newApi('contacts', $auth, $url); $this->crm->createBatch([['city' => 1]]);`,
    `$crm = new \\Mautic\\Api\\Contacts($auth, $url); $crm->create(['city' => 1]);`,
    `use Mautic\\Api\\Contacts; $crm = new Contacts($auth, $url); $crm->edit(12, ['city' => 1]);`,
    `$this->mautic->subscribe(['city' => 1], $more);`,
    `function data() { return ['city' => 1]; } $contactApi->create(data());`,
    `$contactApi->create(array_merge([], ['city' => 1]));`,
  ])('%s', code => {
    const text = php(code);
    expect(marked('x.php', text)).toEqual(['city']);
    expect(read('x.php', text).sends[0]).toMatchObject({ what: 'contact_field', key: 'city', how: 'rest-push' });
  });

  it('more than anybody writes are cut, and that is said', () => {
    const many = (count: number): string => php(`$contactApi->create(['city' => 1]);\n`.repeat(count));
    expect([read('x.php', many(1000)).sends.length, read('x.php', many(1000)).notes]).toEqual([1000, []]);
    expect([read('x.php', many(1001)).sends.length, read('x.php', many(1001)).notes]).toEqual([
      1000,
      [{ code: 'syntax', detail: 'more than 1000 calls' }],
    ]);
  });

  it('companies have fields of their own', () => {
    expect(sent('x.php', php(`$c = $api->newApi('companies', $a, $u);\n$c->create(['companyname' => 1, 'city' => 2]);`))).toEqual([
      '3:14 company_field companyname (literal, rest-push)',
      '3:34 company_field city (literal, rest-push)',
    ]);
  });

  it.each([
    `// $contactApi->create(['city' => 1]);`,
    `$orderApi->create(['city' => 1]); // mautic`,
    `$crm = new \\Mautic\\Api\\Segments($auth, $url); $crm->create(['name' => 1]);`,
    `mautic_register_setting('x', ['label' => 1]);`,
    `$this->mautic->send($message);`,
    `wp_remote_post('https://other.example/api/people/new', ['body' => ['city' => 1]]); // mautic`,
  ])('%s is none', code => {
    expect(sent('x.php', php(code))).toEqual([]);
  });

  it('functions of the team that are named are read, and what they get elsewhere is open', () => {
    expect(
      sent('x.php', php(`push_lead(['city' => 1]);\nfunction push_lead($data) { $contactApi->create($data); }`), ['push_lead']),
    ).toEqual(['2:13 contact_field city (literal, rest-push)', '3:49 contact_field - (open, rest-push) helper=push_lead']);
  });
});

describe('answers that are posted to a form', () => {
  const ADDRESS = "'https://m.example/form/submit?formId=3'";
  it.each([
    `$client->post(${ADDRESS}, ['form_params' => ['mauticform' => ['city' => 1, 'formId' => 3], 'return' => '']]);`,
    `wp_remote_post(${ADDRESS}, ['body' => ['mauticform[city]' => 1, 'mauticform[formId]' => 3]]);`,
    `curl_setopt($ch, CURLOPT_URL, ${ADDRESS}); curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query(['mauticform' => ['city' => 1]]));`,
  ])('%s', code => {
    const { sends } = read('x.php', php(code));
    expect(sends.filter(({ what }) => what !== 'form')).toMatchObject([{ what: 'form_field', key: 'city', form: '3', how: 'form-post' }]);
    expect(marked('x.php', php(code))).toContain('city');
  });

  const OWN = `function pushMauticForm($data, $formId) {
  $data['formId'] = $formId;
  $data = ['mauticform' => $data];
  curl_setopt($ch, CURLOPT_URL, 'https://m.example/form/submit?formId=' . $formId);
  curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query($data));
}
pushMauticForm(['city' => 1], 3);`;

  it.each([[[]], [['pushMauticForm']]])('by a function of the file: no fields of a contact; helpers %j', helpers => {
    const found = sent('x.php', php(OWN), helpers).filter(line => !line.includes(' form '));
    expect(found).toEqual(['8:18 form_field city (literal, form-post)']);
  });

  it('each call goes where its own address leads', () => {
    const both = `$c->post("$b/api/contacts/new", ['json' => ['city' => 1]]); $c->post(${ADDRESS}, ['form_params' => ['mauticform' => ['age' => 1]]]);`;
    const kinds = read('x.php', php(both)).sends.map(({ what, key }) => `${what} ${key}`);
    expect(kinds).toEqual(['contact_field city', 'form 3', 'form_field age']);
  });
});

describe('texts of PHP', () => {
  it('a snippet that is returned as one text: the call is code, its parameter stands at its place', () => {
    const text = php(
      `function snippet($h) { return "<script>(function(w){ w.src='{$this->url}/mtc.js' })(window); mt('send', 'pageview', {app_id: '\${a}', updfh: '$h'});</script>"; }`,
    );
    const [script, ...more] = read('x.php', text).scripts;
    expect(more).toEqual([]);
    expect(script?.inline).toBe(true);
    expect(script?.text.indexOf('updfh')).toBe(text.indexOf('updfh'));
    expect(script?.text).toContain("mt('send', 'pageview', {app_id: '\u2d63\u2d63\u2d63\u2d63', updfh: '\u2d63\u2d63'});");
  });

  it('escaped quotes are quotes, and texts stay as they are', () => {
    expect(scripts('x.php', php(`echo 'mt(\\'send\\', \\'pageview\\', {company: \\'' . $c . '\\'});';`))).toEqual([
      "js: mt( 'send' , 'pageview' , {company: '…' });",
    ]);
    expect(scripts('x.php', php(`echo "mt(\\"send\\", \\"pageview\\");\\n";`))).toEqual(['js: mt( "send" , "pageview" );']);
  });

  it('markup in here documents, formats and texts joined with dots', () => {
    const text = php(`printf('<img src="%s/mtracking.gif?firstname=%s&amp;tags=a,-b">', $url, $name);
return <<<HTML
<form action="https://m.example/form/submit" id="mauticform_news"><input name="mauticform[email]" value="{$mail}"></form>
HTML;
echo '<input name="mauticform[' . $key . '_x]">' . <<<'RAW'
<iframe src="http://m.example/form/3"></iframe>
RAW;`);
    expect(sent('x.php', text)).toEqual([
      '2:19 tracking - (literal, pixel) gate=none',
      '2:36 contact_field firstname (literal, pixel) inUrl',
      '2:58 tag a (literal, pixel) inUrl',
      '2:61 tag_removed b (literal, pixel) inUrl',
      '4:15 form news (literal, form-post)',
      '4:91 form_field email (literal, form-post) form=news',
      '6:20 form_field *_x (pattern, form-post)',
      '7:14 form 3 (literal, form-embed) insecure',
    ]);
  });

  it('addresses, names of inputs and short codes', () => {
    const text = php(`wp_enqueue_script('mautic', $this->url . '/mtc.js');
wp_enqueue_script('form', 'https://m.example/form/generate.js?id=3');
$post = ['mauticform[city]' => $c, 'mauticform[formId]' => 3];
echo do_shortcode('[mautic type="form" id="12"]');
if (strpos($src, '/mtc.js')) { return; }`);
    expect(sent('x.php', text)).toEqual([
      '2:29 tracking - (literal, script) gate=code',
      '3:28 form 3 (literal, form-embed)',
      '4:22 form_field city (literal, form-post)',
      '5:44 form 12 (literal, short-code)',
    ]);
  });

  it('comments hold nothing, and an apostrophe in one hides nothing', () => {
    const text = `<?php\n/* <script src="https://m.example/mtc.js"></script> */\n// don't: mt('send')\n# 'https://m.example/mtc.js\n?>\n<input name="mauticform[a]">`;
    expect(sent('x.php', text)).toEqual(['6:25 form_field a (literal, form-post)']);
    expect(scripts('x.php', text)).toEqual([]);
  });
});

it('broken PHP is told at its place, and the markup around it is read', () => {
  const text = `<?php $mautic = [; ?>\n<input name="mauticform[a]">`;
  const { sends, notes } = read('x.php', text);
  expect(sends).toHaveLength(1);
  expect(notes).toEqual([{ code: 'syntax', start: 17, detail: expect.stringContaining("unexpected ';'") }]);
});
