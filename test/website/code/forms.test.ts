/** Forms and requests to the API as websites really have them. */
import { describe, expect, it } from 'vitest';
import { fixture, told } from './reading.js';

const CASES = [
  {
    says: 'components of the team, named in the configuration, around an input whose name is a template',
    file: 'input-component.tsx',
    helpers: ['TeamInput', 'TeamForm', 'TeamTracking'],
    sends: [
      '8:17 form 4 form-embed literal',
      '9:22 form_field email form-post literal form=4',
      '10:22 form_field shoe_size form-post literal form=4',
      '11:25 tag reader mt literal',
      '11:25 tag_removed visitor mt literal',
    ],
  },
  {
    says: 'scripts of forms in a list',
    file: 'form-scripts-in-list.jsx',
    sends: ['5:61 form 1425 form-embed literal'],
  },
  {
    says: 'a form for each language, one that is not known, one in a comment',
    file: 'form-by-language.tsx',
    sends: [
      '4:41 form 8 form-embed literal',
      '4:41 form 5 form-embed literal',
      '5:18 form - form-embed open helper=Box',
      '7:20 form 6 form-embed literal',
      '8:18 form 9 form-embed literal',
    ],
  },
  {
    says: 'a server that passes a form on',
    file: 'relay-route.ts',
    sends: [
      '3:16 form_field email form-post literal',
      '4:16 form_field first_name form-post literal',
      '5:16 form_field f_name form-post literal',
      '8:16 form - form-post open helper=handler',
    ],
  },
  {
    says: 'a table of names',
    file: 'mapping-table.js',
    sends: [
      '1:24 form_field contact_mail form-post literal',
      '1:57 form_field org_name form-post literal',
      '1:86 form_field tell_us_your_project_in form-post literal',
      '6:16 form_field plan form-post literal',
      '8:40 form_field contact_mail form-post literal',
      '8:79 form_field zip form-post literal',
    ],
  },
  {
    says: 'a batch that posts to a form',
    file: 'batch-to-form.mjs',
    sends: [
      '1:14 form 31 form-post resolved',
      '5:13 form_field email form-post literal form=31',
      '6:13 form_field first_name form-post literal form=31',
      '7:13 form_field company form-post literal form=31',
    ],
  },
  {
    says: 'a function for all forms: its callers say which fields',
    file: 'generic-form-helper.ts',
    sends: [
      '7:15 form 23 form-post resolved',
      '7:21 form_field mail form-post resolved form=23',
      '7:32 form_field club_no form-post resolved form=23',
    ],
  },
  {
    says: 'all that comes in goes out',
    file: 'all-parameters.cjs',
    sends: ['6:10 form_field - form-post open helper=relay', '8:20 form - form-post open helper=relay'],
  },
  {
    says: 'a script in a comment, and the checks of its form',
    file: 'commented-form-script.js',
    sends: ['8:10 form_field email form-post literal form=newsletter', '9:10 form_field company form-post literal form=newsletter'],
  },
  {
    says: 'an own function for requests, host and path elsewhere',
    file: 'own-fetch-helper.ts',
    sends: [
      '6:28 contact_field email rest-push literal',
      '6:43 contact_field firstname rest-push literal',
      '6:54 contact_field lastname rest-push literal',
      '6:80 contact_field phone rest-push literal',
      '6:94 contact_field trip_title rest-push literal',
      '6:120 contact_field pickup_point rest-push literal',
    ],
  },
  {
    says: 'an object that is built step by step',
    file: 'conditional-spread.ts',
    sends: [
      '6:5 contact_field email rest-push resolved',
      '7:5 contact_field firstname rest-push resolved',
      '8:25 contact_field lastname rest-push resolved',
      '9:27 contact_field company rest-push resolved',
      '10:5 contact_field shop_source rest-push resolved',
      '12:28 contact_field shop_status rest-push resolved',
      '13:23 tag lead rest-push resolved',
    ],
  },
  {
    says: 'a chat that becomes a contact',
    file: 'chat-to-contact.js',
    sends: [
      '4:5 contact_field email rest-push resolved',
      '5:5 contact_field utm_source rest-push resolved',
      '6:5 contact_field utm_medium rest-push resolved',
      '7:13 tag chat rest-push resolved',
      '7:20 tag chat-* rest-push pattern',
      '7:43 tag_removed anonymous rest-push resolved',
      '8:5 page_data ipAddress rest-push resolved',
    ],
  },
  {
    says: 'a form whose address is a constant, and whose names are a type',
    file: 'form-action-in-constant.tsx',
    sends: [
      '3:17 form 12 form-post literal',
      '6:4 form_field first_name form-post literal form=12',
      '7:4 form_field organization form-post literal form=12',
      '11:48 form_field first_name form-post literal form=12',
      '11:78 form_field organization form-post literal form=12',
      '14:20 form_field email form-post literal form=12',
      '15:23 form_field f_message form-post literal form=12',
    ],
  },
];

describe('what forms and requests send', () => {
  it.each(CASES)('$says', ({ file, sends, ...around }) => {
    expect(told(file, fixture(file), around)).toEqual(sends);
  });
});
