import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';
import type { Transport } from '../transport.js';
import { checkXAccount } from './care/check-account.js';
import { nameSubscriptions } from './care/name-subscriptions.js';
import { fetchXProfile } from './profile.js';
import { renderX } from './render.js';
import { renewXToken } from './renew-token.js';
import { sendThroughX } from './send.js';
import { createXApi } from './x-api.js';

export interface XOptions {
  readonly transport: Transport;
  /** `X_API_URL`: `https://api.x.com`, or what stands in for it. */
  readonly baseUrl: string;
}

/** Direct messages of one user. An account's id is the user's, its token the user's OAuth 2.0 access token. */
export function createXChannel({ transport, baseUrl }: XOptions): Channel {
  const api = createXApi(transport, baseUrl);
  return {
    name: 'x',
    capabilities: capabilities.x,
    send: (message, recipient, signal) => sendThroughX(api, renderX(message), recipient, signal),
    // X shows no typing of an app.
    showTyping: () => Promise.resolve(),
    fetchProfile: (recipient, signal) => fetchXProfile(api, recipient, signal),
    care: {
      check: (account, _expected, signal) => checkXAccount(api, account, signal),
      subscribe: async (account, expected, signal) => [
        ...(await checkXAccount(api, account, signal)),
        ...nameSubscriptions(account, expected),
      ],
      renewToken: (token, signal) => renewXToken({ transport, baseUrl }, token, signal),
    },
  };
}
