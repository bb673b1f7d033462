import type { AccountFinding } from '../../channel.js';
import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import type { SendFailure } from '../../failure.js';
import { ask, type Asking, type Reply } from './asking.js';
import { notTold, ok, problem } from './findings.js';

const subject = 'token';

/**
 * A page's token answers as the page: another id means that it is another page's, or a person's, with which nobody can
 * write as the page. When it ends, if it does, only the app's own token is told.
 */
export async function checkPageToken(asking: Asking): Promise<AccountFinding> {
  const reply = await ask(asking, { path: ['me'], query: { fields: 'id,name' } });
  if (!reply.ok) return refusedToken(reply.failure, newPageToken);
  if (readId(reply.fields['id']) !== asking.connection.node) {
    return problem(
      subject,
      'The token is not the page’s own: it is another page’s, or a person’s.',
      newPageToken,
    );
  }
  const name = readText(reply.fields['name']) ?? 'without a name';
  return ok(
    subject,
    `The token is the page’s own (${name}). Made from a long-lived login it does not expire.`,
  );
}

/** Behind a page that is connected by Facebook Login stands one Instagram account: the one that is meant. */
export async function checkLinkedAccount(asking: Asking): Promise<AccountFinding> {
  const { account, connection } = asking;
  const query = { fields: 'instagram_business_account' };
  const reply = await ask(asking, { path: [connection.node], query });
  if (!reply.ok) return notTold('instagram account', reply.failure);
  const linked = readId(asFields(reply.fields['instagram_business_account'])?.['id']);
  if (linked === account.accountId) return ok('instagram account', 'It is the one behind the page.');
  return problem(
    'instagram account',
    linked === null
      ? 'No Instagram professional account is connected to the page.'
      : 'The page is connected to another Instagram account.',
    'Connect them in the page’s settings under "Linked accounts", or name the right page in workspace.yaml.',
  );
}

const professionals = new Set(['BUSINESS', 'MEDIA_CREATOR', 'CREATOR']);

/** A token by Instagram Login answers as the account, which must be a professional one. */
export async function checkInstagramToken(asking: Asking): Promise<AccountFinding> {
  const fields = 'user_id,username,account_type';
  const reply = await ask(asking, { path: ['me'], query: { fields } });
  if (!reply.ok) return refusedToken(reply.failure, newInstagramToken);
  const self = selfIn(reply);
  if (readId(self['user_id']) !== asking.account.accountId) {
    return problem(
      subject,
      'The token is another Instagram account’s.',
      'Put the number that the app dashboard shows beside the account into workspace.yaml, or its token in place of this one.',
    );
  }
  const type = readText(self['account_type']);
  if (type !== null && !professionals.has(type.toUpperCase())) {
    return problem(
      subject,
      'The Instagram account is a personal one: those have no messages for apps.',
      'Turn it into a professional account in Instagram’s settings.',
    );
  }
  const name = readText(self['username']) ?? 'without a name';
  return ok(
    subject,
    `The token is the account’s own (@${name}). It lasts 60 days from its making, and Heyword renews it in time.`,
  );
}

/** One page of the documents shows the account inside a list. */
function selfIn({ fields }: Extract<Reply, { ok: true }>): Fields {
  return asFields(asList(fields['data'])[0]) ?? fields;
}

const newPageToken =
  'Generate a page access token in the app dashboard (Messenger, or Instagram, API settings), and put it where workspace.yaml says.';
const newInstagramToken =
  'Generate a token in the app dashboard (Instagram, API setup with Instagram login), and put it where workspace.yaml says.';

function refusedToken(failure: SendFailure, remedy: string): AccountFinding {
  return failure.class === 'auth' ? problem(subject, failure.explanation, remedy) : notTold(subject, failure);
}
