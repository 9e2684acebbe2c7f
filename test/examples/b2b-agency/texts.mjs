// What people read beside a question, in the languages of the agency.

const NOTICES = {
  meridiana: 'https://meridiana.example/privacy',
  torchio: 'https://torchio.example/privacy',
  press: 'https://meridiana.example/press-privacy',
};

const INFORMED = {
  it: 'Come usiamo i tuoi dati, anche per stimare il tuo interesse',
  de: 'Wie wir Ihre Daten verwenden, auch um Ihr Interesse zu schätzen',
  fr: 'Comment nous utilisons vos données, aussi pour estimer votre intérêt',
};

/** The text under a form, with the link to the notice. */
export const notice = (language, name) => `<p><a href="${NOTICES[name]}" target="_blank">${INFORMED[language]}</a></p>`;
export const noticeUrl = name => NOTICES[name];

export const OPTIONAL = { it: '(facoltativo)', de: '(freiwillig)', fr: '(facultatif)' };

export const LABELS = {
  it: {
    email: 'E-mail di lavoro',
    firstname: 'Nome',
    lastname: 'Cognome',
    company: 'Azienda',
    mobile: 'Cellulare',
    phone: 'Telefono in ufficio',
    topics: 'Temi che ti interessano, per la lettera',
    send: 'Invia',
  },
  de: {
    email: 'Geschäftliche E-Mail',
    firstname: 'Vorname',
    lastname: 'Nachname',
    company: 'Firma',
    mobile: 'Handy',
    phone: 'Telefon im Büro',
    topics: 'Themen, für den Brief',
    send: 'Senden',
  },
  fr: {
    email: 'E-mail professionnel',
    firstname: 'Prénom',
    lastname: 'Nom',
    company: 'Entreprise',
    mobile: 'Portable',
    phone: 'Téléphone au bureau',
    topics: 'Vos sujets, pour la lettre',
    send: 'Envoyer',
  },
};

/** The sentences of the boxes: who writes, what, how often, through which channel; below, how it ends. */
export const BOXES = {
  letter: {
    it: [
      'Sì, Meridiana può mandarmi per e-mail la lettera Meridiana una volta al mese',
      "Annulli l'iscrizione con il link in ogni e-mail.",
    ],
    de: ['Ja, Meridiana darf mir den Meridiana-Brief einmal im Monat per E-Mail schicken', 'Abmelden geht mit dem Link in jeder E-Mail.'],
    fr: [
      "Oui, Meridiana peut m'envoyer par e-mail la lettre Meridiana une fois par mois",
      'Vous pouvez vous désabonner avec le lien de chaque e-mail.',
    ],
  },
  torchio: {
    it: [
      'Sì, Meridiana può mandarmi per e-mail la lettera Torchio prima di ogni fiera',
      "Annulli l'iscrizione con il link in ogni e-mail.",
    ],
    de: ['Ja, Meridiana darf mir den Torchio-Brief vor jeder Messe per E-Mail schicken', 'Abmelden geht mit dem Link in jeder E-Mail.'],
  },
  scoring: {
    it: [
      'Sì, Meridiana può contare con dei punti ciò che scarico e leggo, per capire quando chiamarmi',
      'Puoi smettere nel centro preferenze; i punti tornano a zero.',
    ],
    de: [
      'Ja, Meridiana darf mit Punkten zählen, was ich herunterlade und lese, um zu wissen, wann ein Anruf passt',
      'Das lässt sich im Präferenzzentrum beenden; die Punkte fallen auf null.',
    ],
    fr: [
      "Oui, Meridiana peut compter par des points ce que je télécharge et lis, pour savoir quand m'appeler",
      'Vous pouvez arrêter dans le centre de préférences ; les points reviennent à zéro.',
    ],
  },
};
