import type { ConnectableChannel } from './account-channels.js';

/** What an account is told by, on one channel: what stands there, and where its platform shows it. */
export interface AccountKey {
  readonly meaning: string;
  readonly where: string;
  /** Left out: it must be there. */
  readonly isOptional?: true;
}

export type AccountKeyName =
  'id' | 'token' | 'secret' | 'page' | 'business' | 'client_id' | 'client_secret' | 'refresh_token';

type KeysOfChannel = Readonly<Partial<Record<AccountKeyName, AccountKey>>>;

const appSecret: AccountKey = {
  meaning: 'the secret of the Meta app, with which deliveries are signed',
  where: 'In the app dashboard under App settings, Basic.',
};

const instagram: KeysOfChannel = {
  id: {
    meaning: 'the id of the professional account',
    where: 'In the app dashboard under Instagram, API setup, beside its name.',
  },
  token: {
    meaning: 'its access token; with `page`, that of the page',
    where: 'In the app dashboard under Instagram, API setup: Generate token.',
  },
  secret: {
    meaning: 'the Instagram app secret; with `page`, the secret of the Meta app',
    where: 'In the app dashboard under Instagram, API setup; with `page`, under App settings, Basic.',
  },
  page: {
    meaning: 'the id of the Facebook page behind the account, where it is connected by Facebook Login',
    where: 'On the page, under About, Page transparency.',
    isOptional: true,
  },
};

const messenger: KeysOfChannel = {
  id: { meaning: 'the id of the page', where: 'On the page, under About, Page transparency.' },
  token: {
    meaning: 'the access token of the page',
    where: 'In the app dashboard under Messenger, API settings: Generate.',
  },
  secret: appSecret,
};

const whatsapp: KeysOfChannel = {
  id: {
    meaning: 'the id of the phone number, which is not the number',
    where: 'In the app dashboard under WhatsApp, API setup: Phone number ID.',
  },
  business: {
    meaning: 'the id of the WhatsApp business account, which has the templates',
    where: 'In the app dashboard under WhatsApp, API setup: WhatsApp Business Account ID.',
  },
  token: {
    meaning: 'the token of a system user who may send for the number',
    where: 'In the business settings under System users: Generate token, with whatsapp_business_messaging.',
  },
  secret: appSecret,
};

const telegram: KeysOfChannel = {
  id: { meaning: 'the id of the bot', where: 'It is the number before the colon of its token.' },
  token: { meaning: 'the token of the bot', where: '@BotFather tells it: /mybots, API Token.' },
  secret: {
    meaning: 'the secret token of its webhook',
    where: 'You make it up: 1 to 256 of A-Z, a-z, 0-9, _ and -; setWebhook is told the same as secret_token.',
  },
};

const x: KeysOfChannel = {
  id: {
    meaning: 'the id of the user who answers, which is not the @name',
    where: 'It is the number before the dash of an access token made in the developer portal.',
  },
  token: {
    meaning: 'an OAuth 2.0 access token of that user, with dm.read, dm.write, tweet.read and users.read',
    where: 'It comes of the consent of that user; it lives for two hours, and is then replaced.',
  },
  secret: {
    meaning: 'the consumer secret of the app, with which deliveries are signed',
    where: 'In the developer portal under Keys and tokens: API Key Secret.',
  },
  client_id: {
    meaning: 'the OAuth 2.0 client id of the app',
    where: 'In the developer portal under Keys and tokens.',
    isOptional: true,
  },
  client_secret: {
    meaning: 'the OAuth 2.0 client secret, where the app is a confidential client',
    where: 'In the developer portal under Keys and tokens.',
    isOptional: true,
  },
  refresh_token: {
    meaning: 'the refresh token that came with the access token',
    where: 'Ask for the scope offline.access beside the others.',
    isOptional: true,
  },
};

/** What an account of each channel takes beside its name. */
export const accountKeys: Readonly<Record<ConnectableChannel, KeysOfChannel>> = {
  instagram,
  messenger,
  whatsapp,
  telegram,
  x,
};
