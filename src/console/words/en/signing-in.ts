/** The pages before one is in. */
export const signingIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  signIn: 'Sign in',
  needed: 'This is needed.',
  forgot: 'Forgotten your password? A lead or an owner makes you a link for a new one.',
  /** What `wrong` means, by what was given. */
  wrong: {
    credentials: 'E-mail or password are not right.',
    code: 'This code is not right, or too old. Take the one that your authenticator shows now.',
    password: 'This is not your password.',
  },
  problems: {
    wrong: 'That is not right. Check what you typed.',
    gone: 'This link is not valid any more: it was used, withdrawn, or is too old.',
    email_taken: 'Somebody with this e-mail is here already.',
    code_needed: 'The code of your present second step comes first: sign in anew.',
    not_begun: 'That took too long. Begin again.',
    required: 'Your role needs a second step. Set up another one in its place.',
    above_you: 'You may manage people up to your own role, within your own workspaces.',
    yourself: 'Somebody else must do this to you.',
    last_owner: 'This is the last owner. Make somebody else an owner first.',
  } as Readonly<Record<string, string>>,
  code: {
    title: 'Second step',
    why: 'Open your authenticator and type the six digits that it shows.',
    label: 'Code',
    description: 'Or one of your recovery codes.',
    confirm: 'Confirm',
    other: 'Sign in as somebody else',
  },
  welcome: {
    owner: {
      title: 'Welcome to Heyword',
      why: 'You are the first here. You will be the owner: you can do everything, and invite others.',
    },
    invitation: {
      title: (name: string | null) => (name === null ? 'Welcome' : `Welcome, ${name}`),
      why: (by: string | null, role: string) =>
        by === null ? `You are invited as: ${role}.` : `${by} invites you as: ${role}.`,
    },
    reset: {
      title: 'A new password',
      why: 'You will be signed out everywhere else.',
    },
    name: 'Your name',
    nameDescription: 'As contacts and colleagues read it.',
    passwordDescription: 'At least 12 characters. A sentence is easy to remember.',
    tooShort: (missing: number) => (missing === 1 ? '1 character more.' : `${missing} characters more.`),
    begin: 'Begin',
    setPassword: 'Set the password',
    invalid: 'This link does not work',
  },
  secondFactor: {
    title: 'A second step for signing in',
    why: 'As you can do much here, a password alone is not enough. You need an authenticator app on your phone.',
    whyByChoice:
      'Beside your password, signing in will ask for a code from an authenticator app on your phone.',
    askPassword: 'Please confirm that it is you.',
    goOn: 'Continue',
    scan: 'Scan this with the authenticator',
    picture: 'QR code for the authenticator',
    orType: 'Or type this key:',
    thenCode: 'The six digits that it shows then',
    turnOn: 'Turn on',
    recovery: {
      title: 'Keep your recovery codes',
      why: 'If you lose your phone, each of these lets you in once. They are shown this one time.',
      download: 'Download',
      fileName: 'heyword-recovery-codes.txt',
      kept: 'I have kept them',
    },
    signOut: 'Sign out',
  },
};
