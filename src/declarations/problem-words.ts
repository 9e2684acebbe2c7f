/** The words in sentences about mistakes in declaration files, by code: types, closed lists, meanings of keys, faults of YAML. */
import type { Language } from '../finding.js';
import { later } from '../text/later.js';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const types = (): Words => ({
  file: { en: 'a declaration file', it: 'un file di dichiarazione' },
  'type-string': { en: 'text', it: 'un testo' },
  'type-array': { en: 'a list', it: 'un elenco' },
  'type-object': { en: 'a map of keys', it: 'una mappa di chiavi' },
  'type-boolean': { en: 'true or false', it: 'true oppure false' },
  'type-integer': { en: 'a whole number', it: 'un numero intero' },
  'type-number': { en: 'a number', it: 'un numero' },
  'type-array-string': { en: 'text or a list', it: 'un testo o un elenco' },
  'type-object-string': { en: 'text or a map of keys', it: 'un testo o una mappa di chiavi' },
  'type-array-object-string': { en: 'text, a list or a map of keys', it: 'un testo, un elenco o una mappa di chiavi' },
  'type-boolean-string': { en: 'true, false, on or off', it: 'true, false, on oppure off' },
  'type-boolean-number-string': { en: 'text, a number, true or false', it: 'un testo, un numero, true oppure false' },
  'found-null': { en: 'empty', it: 'un valore vuoto' },
  'found-string': { en: 'text', it: 'un testo' },
  'found-number': { en: 'a number', it: 'un numero' },
  'found-boolean': { en: 'true or false', it: 'true oppure false' },
  'found-array': { en: 'a list', it: 'un elenco' },
  'found-object': { en: 'a map of keys', it: 'una mappa di chiavi' },
  'found-number-for-text': { en: 'a number: put it in quotes', it: 'un numero: mettilo tra virgolette' },
  'found-string-for-map': {
    en: 'text: a blank is missing behind the colon',
    it: 'un testo: manca uno spazio dopo i due punti',
  },
  'found-boolean-for-text': { en: 'true or false: put it in quotes', it: 'true oppure false: mettilo tra virgolette' },
});

const lists = (): Words => ({
  'list-of-key': { en: "a value of '{key}'", it: 'un valore di «{key}»' },
  'list-Audience': { en: 'an audience', it: 'un pubblico' },
  'list-AutomatedCondition': { en: 'a condition for automated decisions', it: 'una condizione per decisioni automatizzate' },
  'list-Channel': { en: 'a channel', it: 'un canale' },
  'list-Effect': { en: 'an effect', it: 'un effetto' },
  'list-FormKind': { en: 'a kind of form', it: 'un tipo di modulo' },
  'list-Gate': { en: 'a gate', it: 'una barriera' },
  'list-ItemPersonal': { en: "a value of '{key}' here", it: 'un valore di «{key}» in questo punto' },
  'list-LegalBasis': { en: 'a legal basis', it: 'una base giuridica' },
  'list-NoticePlace': { en: 'a place', it: 'un luogo' },
  'list-PluginTask': { en: 'a task of a plugin', it: 'un compito di un plugin' },
  'list-Profiling': { en: 'a degree of profiling', it: 'un grado di profilazione' },
  'list-ConsentProof': { en: 'a proof', it: 'una prova' },
  'list-Proof': { en: 'a proof', it: 'una prova' },
  'list-QuestionRole': { en: 'a role of a question', it: 'un ruolo di una domanda' },
  'list-RecipientRole': { en: 'a role of a recipient', it: 'un ruolo di un destinatario' },
  'list-RetentionEnd': { en: 'an end of the retention', it: 'un esito della conservazione' },
  'list-RetentionStart': { en: 'a start of the clock', it: 'un inizio del termine' },
  // Where a severity may stand, its options may as well.
  'list-RuleSetting': { en: 'a severity', it: 'un livello di gravità' },
  'list-Severity': { en: 'a severity', it: 'un livello di gravità' },
  'list-Sector': { en: 'a sector', it: 'un settore' },
  'list-SelfEdit': { en: 'a way to correct data', it: 'un modo di correggere i dati' },
  'list-SpecialCategory': { en: 'a category of special data', it: 'una categoria di dati particolari' },
  'list-SpecialCondition': { en: 'a condition for special data', it: 'una condizione per dati particolari' },
  'list-Status': { en: 'a status', it: 'uno stato' },
  'list-Subject': { en: 'a group of people', it: 'un gruppo di persone' },
  'list-SuppressionContent': { en: 'a content of the list', it: 'un contenuto della lista' },
  'list-Switch': { en: 'true, false, on or off', it: 'true, false, on oppure off' },
  'list-ThemePart': { en: 'a part of a theme', it: 'una parte di un tema' },
  'list-TrackingMode': { en: 'a mode of tracking', it: 'una modalità di tracciamento' },
  'list-Trait': { en: 'a trait of a purpose', it: 'una caratteristica di una finalità' },
  'list-TransferBasis': { en: 'a basis of the transfer', it: 'una base del trasferimento' },
  'list-Use': { en: 'a use', it: 'un uso (`use`)' },
});

const expected = (): Words => ({
  'expected-contact_field': { en: 'contact field', it: 'un campo contatto' },
  'expected-question': { en: 'question of the form', it: 'una domanda del modulo' },
  'expected-segment': { en: 'segment', it: 'un segmento' },
  'expected-category': { en: 'category', it: 'una categoria' },
  'expected-recipient': { en: 'recipient', it: 'un destinatario' },
  'expected-recipient-or-system': { en: 'recipient or system', it: 'un destinatario o un sistema' },
  'expected-notice': { en: 'notice', it: "un'informativa" },
  'expected-item': { en: 'thing in Mautic, `system:` or `people:`', it: 'un elemento di Mautic, `system:` o `people:`' },
  'expected-contact_field-company_field': { en: 'contact field or company field', it: 'un campo contatto o un campo azienda' },
  'expected-form': { en: 'form', it: 'un modulo' },
  'expected-form_field': { en: 'form field', it: 'un campo di modulo' },
  'expected-page': { en: 'landing page', it: 'una landing page' },
  'expected-system': { en: 'system', it: 'un sistema' },
  'expected-campaign-system': { en: 'campaign or system', it: 'una campagna o un sistema' },
  'expected-campaign-system-plugin': { en: 'campaign, system or plugin', it: 'una campagna, un sistema o un plugin' },
  'expected-form-page-system-offline': {
    en: 'form, page, system or `offline:` place',
    it: 'un modulo, una pagina, un sistema o un luogo `offline:`',
  },
  'expected-form-page-system-offline-third-party-public': {
    en: 'form, page, system, `offline:`, `third-party:` or `public:` source',
    it: 'un modulo, una pagina, un sistema o una fonte `offline:`, `third-party:` o `public:`',
  },
});

const meanings = (): Words => ({
  'means-age_gate': { en: 'from which age on people may sign up', it: 'da quale età ci si può iscrivere' },
  'means-basis': { en: 'what allows the transfer', it: 'che cosa permette il trasferimento' },
  'means-categories': { en: 'which kinds of sensitive data these are', it: 'di quali dati particolari si tratta' },
  'means-checked': { en: 'the day on which it was last checked', it: "il giorno dell'ultima verifica" },
  'means-collected_by': { en: 'where people are asked', it: 'dove si chiede alle persone' },
  'means-condition': { en: 'what allows it', it: 'che cosa lo permette' },
  'means-consent': {
    en: 'where people are asked, and what holds their yes',
    it: 'dove si chiede alle persone, e che cosa conserva il loro sì',
  },
  'means-consent_proof': { en: 'the proof of consent for each person', it: 'la prova del consenso di ogni persona' },
  'means-contact': { en: 'where people can write to', it: 'dove si può scrivere' },
  'means-content': { en: 'what it holds', it: 'che cosa contiene' },
  'means-country': { en: 'where the data go', it: 'dove vanno i dati' },
  'means-date': { en: 'its day', it: 'la sua data' },
  'means-decision': {
    en: 'how people are protected from automated decisions',
    it: 'come le persone sono tutelate da decisioni automatizzate',
  },
  'means-description': { en: 'who gets what, through which channel', it: 'chi riceve che cosa, e attraverso quale canale' },
  'means-document': { en: 'the path or the web address of what to read', it: "il percorso o l'indirizzo web del documento" },
  'means-does': { en: 'what the plugin does with the data of people', it: 'che cosa fa il plugin con i dati delle persone' },
  'means-email': { en: 'its e-mail address', it: 'il suo indirizzo e-mail' },
  'means-explanation': { en: 'where the decision is explained', it: 'dove la decisione è spiegata' },
  'means-field': { en: 'what holds the yes (or `tag`, or `segment`)', it: 'che cosa conserva il sì (oppure `tag`, oppure `segment`)' },
  'means-human_review': { en: 'who looks at the decision', it: 'chi rivede la decisione' },
  'means-interest': { en: 'which interest it is', it: 'di quale interesse si tratta' },
  'means-last': { en: 'the day of the last one', it: "il giorno dell'ultima volta" },
  'means-lifetime': { en: 'how long it stays on the device', it: 'quanto resta sul dispositivo' },
  'means-limit': { en: 'the highest number', it: 'il numero massimo' },
  'means-max_total': { en: 'the highest number of questions', it: 'il numero massimo di domande' },
  'means-mode': { en: 'how far it is recorded', it: 'fino a che punto viene registrato' },
  'means-name': { en: 'what it is called', it: 'come si chiama' },
  'means-opt_out_at_collection': {
    en: 'where people can say no when they are asked',
    it: 'dove si può dire di no al momento della raccolta',
  },
  'means-own_similar': { en: 'whether only own, similar products are advertised', it: 'se si promuovono solo prodotti propri e simili' },
  'means-parental_consent': { en: 'how parents agree', it: 'come danno il consenso i genitori' },
  'means-readers': { en: 'who may read it', it: 'chi può leggerlo' },
  'means-reason': { en: 'why, in a sentence', it: 'il perché, in una frase' },
  'means-retention': { en: 'how long it is kept', it: 'per quanto tempo si conserva' },
  'means-reviewed_by': { en: 'who reads it', it: 'chi lo legge' },
  'means-role': { en: 'which part the recipient has', it: 'qual è il ruolo del destinatario' },
  'means-sale_context': { en: 'what was sold', it: 'che cosa è stato venduto' },
  'means-soft_opt_in': { en: 'what was sold, and how people can say no', it: 'che cosa è stato venduto, e come si può dire di no' },
  'means-stop_when': { en: 'when the questions end', it: 'quando finiscono le domande' },
  'means-text': { en: 'what people are told', it: 'che cosa si dice alle persone' },
  'means-types': { en: 'which types of files are taken', it: 'quali tipi di file sono ammessi' },
  'means-until': { en: 'the day on which it ends', it: 'il giorno in cui finisce' },
  'means-url': { en: 'its web address', it: 'il suo indirizzo web' },
  'means-version': { en: 'its version', it: 'la sua versione' },
  'means-warning': { en: 'where people are warned', it: 'dove le persone sono avvisate' },
  'means-when': { en: 'when people are told', it: 'quando si informano le persone' },
  'means-where': { en: 'where it is', it: 'dove si trova' },
});

const yaml = (): Words => ({
  'alias-UNKNOWN': {
    en: "no '&{key}' stands before it; a text that starts with a star goes in quotes",
    it: "prima non c'è nessun «&{key}»; un testo che comincia con un asterisco va tra virgolette",
  },
  'alias-KEY': { en: 'a key that starts with a star goes in quotes', it: 'una chiave che comincia con un asterisco va tra virgolette' },
  'alias-TOO_MANY': { en: 'it would make this file grow without end', it: 'farebbe crescere questo file senza fine' },
  'alias-BAD_ALIAS': {
    en: 'a text that starts with a star goes in quotes',
    it: 'un testo che comincia con un asterisco va tra virgolette',
  },
  'yaml-UNCLOSED': {
    en: 'what opens here is never closed. Add the missing quote or bracket',
    it: 'ciò che si apre qui non si chiude mai. Aggiungi le virgolette o la parentesi che manca',
  },
  'yaml-BLOCK_AS_IMPLICIT_KEY': {
    en: 'there is a second colon in this line. Put the sentence in quotes',
    it: 'in questa riga ci sono due volte i due punti. Metti la frase tra virgolette',
  },
  'yaml-NEXT_TOO_FAR': {
    en: 'the line below starts further to the right, as if it were a part of this one. Move it to the column of the lines that it belongs to',
    it: 'la riga sotto comincia più a destra, come se facesse parte di questa. Spostala nella colonna delle righe a cui appartiene',
  },
  'yaml-BAD_SCALAR_START': {
    en: "a text cannot start with '{value}'. Put it in quotes",
    it: 'un testo non può cominciare con «{value}». Mettilo tra virgolette',
  },
  'yaml-BAD_INDENT': {
    en: 'this line does not start in the same column as the others of its map',
    it: 'questa riga non comincia nella stessa colonna delle altre della sua mappa',
  },
  'yaml-MULTILINE_IMPLICIT_KEY': {
    en: 'there is no colon behind a key here',
    it: 'qui mancano i due punti dopo una chiave',
  },
  'yaml-MISSING_CHAR': {
    en: 'a sign is missing here, such as a colon behind a key or a comma between entries',
    it: 'qui manca un segno, per esempio i due punti dopo una chiave o una virgola tra due voci',
  },
  'yaml-UNEXPECTED_TOKEN': {
    en: 'something stands here that does not belong there. A text with quotes, dashes or colons goes in quotes as a whole',
    it: "qui c'è qualcosa di troppo. Un testo con virgolette, trattini o due punti va tutto tra virgolette",
  },
  'yaml-NO_BLANK': {
    en: 'a blank is missing behind a colon in this line',
    it: 'in questa riga manca uno spazio dopo i due punti',
  },
  'yaml-APOSTROPHE_INSIDE': {
    en: 'an apostrophe inside of single quotes ends the text. Put double quotes around the text, or write the apostrophe twice',
    it: "un apostrofo dentro gli apici singoli chiude il testo. Metti il testo tra virgolette doppie, oppure scrivi l'apostrofo due volte",
  },
  'yaml-QUOTE_INSIDE': {
    en: 'a double quote inside of double quotes ends the text. Put single quotes around the text',
    it: 'una virgoletta doppia dentro le virgolette doppie chiude il testo. Metti il testo tra apici singoli',
  },
  'yaml-NON_STRING_KEY': {
    en: 'a key must be a text, not a list or a map',
    it: 'una chiave deve essere un testo, non un elenco o una mappa',
  },
  'yaml-BLOCK_IN_FLOW': {
    en: 'inside of braces, a sentence with a colon goes in quotes, and entries are separated by commas',
    it: 'tra parentesi una frase con i due punti va tra virgolette, e le voci si separano con virgole',
  },
  'yaml-BAD_DQ_ESCAPE': {
    en: 'a backslash in double quotes has a meaning of its own. Use single quotes',
    it: 'una barra rovesciata tra virgolette doppie ha un significato suo. Usa apici singoli',
  },
  'yaml-BAD_DIRECTIVE': {
    en: 'a line that starts with % is an instruction to YAML',
    it: "una riga che comincia con % è un'istruzione per YAML",
  },
  'yaml-KEY_OVER_1024_CHARS': { en: 'a key is longer than 1024 characters', it: 'una chiave supera i 1024 caratteri' },
  'yaml-ALIAS_PROPS': { en: 'a reference takes neither an anchor nor a tag', it: 'un riferimento non può avere né ancora né tag' },
  'yaml-MULTIPLE_ANCHORS': { en: 'a value takes one anchor', it: 'un valore può avere una sola ancora' },
  'yaml-MULTIPLE_TAGS': { en: 'a value takes one tag', it: 'un valore può avere un solo tag' },
  'yaml-BAD_PROP_ORDER': { en: 'anchor or tag stand in the wrong place', it: "l'ancora o il tag sono nel posto sbagliato" },
  'yaml-BAD_COLLECTION_TYPE': { en: 'the tag does not fit the value', it: 'il tag non va bene per il valore' },
  'yaml-IMPOSSIBLE': { en: '{text}', it: '{text}' },
});

/** All of them; most runs find no mistake and need none. */
export const PROBLEM_WORDS = later((): Words => ({ ...types(), ...lists(), ...expected(), ...meanings(), ...yaml() }));
