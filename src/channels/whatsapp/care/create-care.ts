import type { AccountAccess, AccountCare, AccountFinding, ExpectedSetup } from '../../channel.js';
import type { Asking } from '../../meta/care/asking.js';
import { warning } from '../../meta/care/findings.js';
import { appLevel } from '../../meta/care/subscription.js';
import { meaningOf } from '../error-table.js';
import type { Line } from '../send.js';
import { checkNumber } from './number.js';
import { checkSubscription, subscribe } from './subscription.js';
import { checkTemplates } from './templates.js';

/** Looks after a number. Its token is a system user's, made once and valid until it is taken back. */
export function careForNumbers(line: Line): AccountCare {
  return {
    check: (account, expected, signal) => check(askFor(line, account, signal), expected),
    subscribe: (account, _expected, signal) => setUp(askFor(line, account, signal)),
  };
}

function askFor({ graph, endpoint }: Line, account: AccountAccess, signal: AbortSignal): Asking {
  const { accountId, token } = account;
  const connection = { endpoint, node: accountId, accountId, token };
  return { graph, connection, account, signal, meanings: meaningOf };
}

async function check(asking: Asking, expected: ExpectedSetup): Promise<readonly AccountFinding[]> {
  const number = await checkNumber(asking);
  if (number.some(({ severity }) => severity === 'problem')) return number;
  const { business } = asking.account;
  if (business === undefined) return [...number, withoutBusiness()];
  return [
    ...number,
    await checkSubscription(asking, business, expected),
    appLevel('whatsapp_business_account', expected),
    ...(await checkTemplates(asking, business, expected.templates)),
  ];
}

async function setUp(asking: Asking): Promise<readonly AccountFinding[]> {
  const { business } = asking.account;
  return [business === undefined ? withoutBusiness() : await subscribe(asking, business)];
}

function withoutBusiness(): AccountFinding {
  return warning(
    'business account',
    'Which WhatsApp business account the number belongs to is not said: its templates and its subscription cannot be looked at, and what Meta says about it reaches nobody.',
    'Add `business:` with the id of the WhatsApp business account to the account in workspace.yaml.',
  );
}
