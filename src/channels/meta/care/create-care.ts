import type { AccountCare, AccountFinding, ExpectedSetup } from '../../channel.js';
import type { Connect } from '../connection.js';
import type { GraphClient } from '../graph.js';
import type { Asking } from './asking.js';
import { checkChatStart, type Platform, setChatStart } from './chat-start.js';
import { checkPermissions } from './permissions.js';
import { appLevel, checkSubscription, subscribe, type WantedFields } from './subscription.js';

export interface CareParts {
  readonly graph: GraphClient;
  readonly connect: Connect;
  readonly platform: Platform;
  /** Whose token it is; nothing else is asked where one of these is a problem. */
  readonly checkToken: (asking: Asking) => Promise<readonly AccountFinding[]>;
  readonly permissions: (asking: Asking) => readonly string[];
  readonly fields: (asking: Asking) => WantedFields;
  readonly renewToken?: AccountCare['renewToken'];
}

/** Looks after an account on Messenger or Instagram. */
export function createCare(parts: CareParts): AccountCare {
  const { graph, connect, renewToken } = parts;
  return {
    check: (account, expected, signal) =>
      check(parts, { graph, connection: connect(account), account, signal }, expected),
    subscribe: (account, expected, signal) =>
      setUp(parts, { graph, connection: connect(account), account, signal }, expected),
    ...(renewToken === undefined ? {} : { renewToken }),
  };
}

async function check(
  parts: CareParts,
  asking: Asking,
  expected: ExpectedSetup,
): Promise<readonly AccountFinding[]> {
  const { platform } = parts;
  const token = await parts.checkToken(asking);
  if (token.some(({ severity }) => severity === 'problem')) return token;
  return [
    ...token,
    await checkPermissions(asking, { platform, names: parts.permissions(asking) }),
    await checkSubscription(asking, parts.fields(asking)),
    appLevel(platform === 'messenger' ? 'page' : 'instagram', expected),
    ...(await checkChatStart(asking, platform, expected)),
  ];
}

async function setUp(
  parts: CareParts,
  asking: Asking,
  expected: ExpectedSetup,
): Promise<readonly AccountFinding[]> {
  return [
    await subscribe(asking, parts.fields(asking)),
    ...(await setChatStart(asking, parts.platform, expected)),
  ];
}
