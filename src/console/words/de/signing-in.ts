import type { Words } from '../en.js';

export const signingIn: Words['signingIn'] = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
  signIn: 'Anmelden',
  needed: 'Das fehlt noch.',
  forgot: 'Passwort vergessen? Jemand aus der Leitung macht dir einen Link für ein neues.',
  wrong: {
    credentials: 'E-Mail oder Passwort stimmt nicht.',
    code: 'Dieser Code stimmt nicht oder ist abgelaufen. Nimm den, den deine App jetzt zeigt.',
    password: 'Das ist nicht dein Passwort.',
  },
  problems: {
    wrong: 'Das stimmt nicht. Prüfe, was du getippt hast.',
    gone: 'Dieser Link gilt nicht mehr: Er wurde benutzt, zurückgezogen oder ist zu alt.',
    email_taken: 'Mit dieser E-Mail ist schon jemand hier.',
    code_needed: 'Zuerst kommt der Code deines jetzigen zweiten Schritts: Melde dich neu an.',
    not_begun: 'Das hat zu lange gedauert. Fang nochmal an.',
    required: 'Deine Rolle braucht einen zweiten Schritt. Richte stattdessen einen anderen ein.',
    above_you:
      'Du darfst Personen bis zu deiner eigenen Rolle verwalten, in deinen eigenen Arbeitsbereichen.',
    yourself: 'Das muss jemand anders für dich tun.',
    last_owner: 'Das ist die letzte Person mit dieser Rolle. Gib sie zuerst jemand anderem.',
  },
  code: {
    title: 'Zweiter Schritt',
    why: 'Öffne deine Authenticator-App und tippe die sechs Ziffern ein, die sie zeigt.',
    label: 'Code',
    description: 'Oder einen deiner Notfallcodes.',
    confirm: 'Bestätigen',
    other: 'Als jemand anders anmelden',
  },
  welcome: {
    owner: {
      title: 'Willkommen bei Heyword',
      why: 'Du bist die erste Person hier. Dir gehört der Server: Du darfst alles und lädst andere ein.',
    },
    invitation: {
      title: (name) => (name === null ? 'Willkommen' : `Willkommen, ${name}`),
      why: (by, role) =>
        by === null ? `Du bist eingeladen als: ${role}.` : `${by} lädt dich ein als: ${role}.`,
    },
    reset: {
      title: 'Ein neues Passwort',
      why: 'Überall sonst wirst du abgemeldet.',
    },
    name: 'Dein Name',
    nameDescription: 'So lesen ihn Kontakte und Kolleginnen.',
    passwordDescription: 'Mindestens 12 Zeichen. Einen Satz merkt man sich leicht.',
    tooShort: (missing) => `Noch ${missing} Zeichen.`,
    begin: 'Los geht’s',
    setPassword: 'Passwort festlegen',
    invalid: 'Dieser Link funktioniert nicht',
  },
  secondFactor: {
    title: 'Ein zweiter Schritt beim Anmelden',
    why: 'Weil du hier viel darfst, reicht ein Passwort allein nicht. Du brauchst eine Authenticator-App auf deinem Handy.',
    whyByChoice:
      'Neben dem Passwort wird beim Anmelden ein Code aus einer Authenticator-App auf deinem Handy verlangt.',
    askPassword: 'Bitte bestätige, dass du es bist.',
    goOn: 'Weiter',
    scan: 'Scanne das mit der Authenticator-App',
    picture: 'QR-Code für die Authenticator-App',
    orType: 'Oder tippe diesen Schlüssel ein:',
    thenCode: 'Die sechs Ziffern, die sie dann zeigt',
    turnOn: 'Einschalten',
    recovery: {
      title: 'Bewahre deine Notfallcodes auf',
      why: 'Wenn du dein Handy verlierst, kommst du mit jedem davon einmal hinein. Sie werden nur dieses eine Mal gezeigt.',
      download: 'Herunterladen',
      fileName: 'heyword-notfallcodes.txt',
      kept: 'Ich habe sie aufbewahrt',
    },
    signOut: 'Abmelden',
  },
};
