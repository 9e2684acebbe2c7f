/** Requests to the API of Mautic. */
import { describe, expect, it } from 'vitest';
import { told } from './reading.js';

const REQUESTS: readonly (readonly [code: string, sends: readonly string[]])[] = [
  ["axios.post(HOST + '/api/contacts/new', { email, film: 1 })", ['contact_field email', 'contact_field film']],
  ["axios.post('https://m.example.test/api/contacts/new', data)", ['contact_field - open']],
  ["axios({ method: 'post', url: '/contacts/12/edit', data: { film } })", ['contact_field film']],
  ["axios.request({ url: '/contacts/new', data: { film } })", ['contact_field film']],
  ["axios.post('/contacts/new', null, { params: { film } })", ['contact_field film']],
  ["fetch(API + '/contacts/new', { method: 'POST', body: JSON.stringify({ film }) })", ['contact_field film']],
  ["fetch(API + '/contacts/' + id + '/edit', { method: 'PATCH', body: new URLSearchParams({ film }) })", ['contact_field film']],
  ["fetch(new URL('/api/contacts/new', HOST), { method: 'POST', body: JSON.stringify({ film }) })", ['contact_field film']],
  ["got.post('contacts/new', { json: { film } })", ['contact_field film']],
  ["ky.post('contacts/new', { json: { film } }).json()", ['contact_field film']],
  ["$.post('/api/contacts/new', { film }, function () {})", ['contact_field film']],
  ["mautic.call('POST', '/contacts/new', { film })", ['contact_field film']],
  ["fetch('/api/contacts/batch/new', { body: JSON.stringify([{ film }, { shoe: 1 }]) })", ['contact_field film', 'contact_field shoe']],
  ["fetch('/api/contacts/batch/new', { body: JSON.stringify(rows.map(row => ({ film: row.film }))) })", ['contact_field film']],
  ["fetch('/api/contacts/batch/edit', { body: JSON.stringify(rows) })", ['contact_field - open']],
  ["axios.post('/companies/new', { companyname, title: 1 })", ['company_field companyname', 'company_field title']],
  [
    "axios.post('/contacts/new', { tags: ['a', '-b'], utm_source: 1, owner: 1, lastActive: 1, overwriteWithBlank: true, ipAddress: ip })",
    ['tag a', 'tag_removed b', 'contact_field utm_source', 'page_data ipAddress'],
  ],
  ["axios.post('/contacts/new', { email: 'anna@museum.example' })", ['contact_field email value=email']],
  ["axios.get('/contacts/new', { film })", []],
  ["axios.post('/contacts/new')", []],
  ["axios.post('/contacts/newest', { film })", []],
  ["axios.post('/contacts', { film })", []],
  ["router.push('/contacts/new', { film })", []],
  ["navigate('/contacts/new', { state: { film } })", []],
  ["fetch('/contacts/new', { method: 'POST' })", []],
  ["path('/contacts/new')", []],
  ["axios.post('https://m.example.test/form/submit?formId=6', { mauticform: { film, formId: 6 } })", ['form 6', 'form_field film form=6']],
  ["axios.post('https://m.example.test/form/submit?formId=6', body)", ['form_field - open form=6', 'form 6']],
  ["fetch('https://m.example.test/form/submit?formId=6', { method: 'POST', body: new FormData(form) })", ['form 6']],
];

describe('requests', () => {
  it.each(REQUESTS)('%s', (code, sends) => {
    const found = told('a.mjs', `await ${code};`).map(line => line.replace(/^\S+ | (?:literal|rest-push|form-post)(?= |$)/gu, ''));
    expect(found).toEqual(sends);
  });

  it('may be made by a function of the site, whose callers say the address or the data', () => {
    const code = [
      'const call = (path, data) => fetch(API + path, { method: "POST", body: JSON.stringify(data) });',
      "call('/contacts/new', { film: 1 });",
      "const save = data => call('/contacts/new', { ...data, shoe: 1 });",
      'save({ size: 1 });',
    ].join('\n');
    expect(told('a.js', code)).toEqual([
      '2:25 contact_field film rest-push literal',
      '3:55 contact_field shoe rest-push literal',
      '4:8 contact_field size rest-push resolved',
    ]);
  });
});
