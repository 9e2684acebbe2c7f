// Forms as rows.
import { FORMS } from './questions.mjs';
import { choices, finder, listOf, made, numbered } from './rows.mjs';
import { LABELS, notice } from './texts.mjs';

let fieldId = 0;
let actionId = 0;

function fieldRow(field, order, parents) {
  const { options, parent, ...row } = field;
  const list =
    options === undefined
      ? undefined
      : { list: choices(...options.map(option => (option.value === undefined ? option : [option.value, option.label]))) };
  fieldId += 1;
  return {
    id: fieldId,
    showLabel: true,
    defaultValue: null,
    validationMessage: null,
    order,
    properties: list === undefined ? [] : row.type === 'select' ? { syncList: 0, multiple: 0, list } : { syncList: 0, optionlist: list },
    validation: [],
    parent: parent === undefined ? null : String(parents.get(parent)),
    conditions: parent === undefined ? [] : { expr: 'in', any: 0, values: ['1'] },
    labelAttributes: null,
    inputAttributes: null,
    containerAttributes: null,
    leadField: row.mappedField,
    saveResult: true,
    isAutoFill: false,
    isReadOnly: false,
    fieldWidth: '100%',
    ...row,
  };
}

const plain = (alias, label, type, properties = []) => ({
  alias,
  label,
  type,
  isRequired: false,
  mappedObject: null,
  mappedField: null,
  helpMessage: null,
  properties,
});

function formRow({ name, language, notice: told, category, fields, tags, mailTo }) {
  const parents = new Map();
  const parts = [
    ...fields,
    plain('notice', 'Privacy', 'freehtml', { text: notice(language, told) }),
    plain('send', LABELS[language].send, 'button'),
  ];
  const rows = parts.map((field, index) => {
    const row = fieldRow(field, index + 1, parents);
    parents.set(row.alias, row.id);
    return row;
  });
  const action = (label, type, properties) => {
    actionId += 1;
    return { id: actionId, name: label, description: null, type, order: actionId, properties };
  };
  const actions = [
    ...(tags.length === 0 ? [] : [action('Where it came from', 'lead.changetags', { add_tags: tags, remove_tags: [] })]),
    ...(mailTo === undefined
      ? []
      : [
          action('Tell the office', 'form.email', {
            subject: 'New message',
            message: '<p>{formfield=message}</p>',
            to: mailTo,
            cc: '',
            bcc: '',
            copy_lead: 0,
            email_to_owner: 0,
          }),
        ]),
  ];
  return {
    ...made('2026-10-20'),
    name,
    alias: name.toLowerCase().replace(/\W+/gu, '').slice(0, 10),
    category,
    description: null,
    cachedHtml: '<!-- generated markup left out -->',
    publishUp: null,
    publishDown: null,
    fields: rows,
    actions,
    template: null,
    inKioskMode: false,
    renderStyle: false,
    formType: 'standalone',
    postAction: 'message',
    postActionProperty: { it: 'Grazie!', de: 'Danke!', fr: 'Merci !' }[language],
    noIndex: null,
    formAttributes: null,
    language,
    projects: [],
  };
}

export const forms = numbered(FORMS.map(formRow));
export const formId = name => finder(forms)(name).id;

/** @param category gives the nested row of a category */
export const formAnswers = category => ({
  'forms.json': listOf(
    'forms',
    forms.map(form => ({ ...form, category: category('form', form.category) })),
  ),
});
