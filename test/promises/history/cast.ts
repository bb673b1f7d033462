import type { Identity } from './thread.js';

/** The contacts of one history: nobody else's, and of two accounts. */
export class Cast {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  identity(contact: number): Identity {
    const { channel, accountId } = accountOf(contact);
    return { channel, accountId, contactId: `${this.#name}-${contact}` };
  }

  /** How the store finds them: the account's name, and their id on the platform. */
  address(contact: number): readonly [account: string, contactId: string] {
    return [accountOf(contact).account, this.identity(contact).contactId];
  }
}

const accounts = [
  { channel: 'instagram', accountId: '1001', account: 'studio_ig' },
  { channel: 'messenger', accountId: '1002', account: 'studio_page' },
] as const;

function accountOf(contact: number): (typeof accounts)[number] {
  return contact % 2 === 0 ? accounts[0] : accounts[1];
}
