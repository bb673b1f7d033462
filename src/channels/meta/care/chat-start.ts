import { isDeepStrictEqual } from 'node:util';
import { characters } from '../../../core/channel-capabilities.js';
import { clipText } from '../../../core/split-text.js';
import type { AccountFinding, ExpectedSetup } from '../../channel.js';
import { asFields, asList, type Fields } from '../../fields.js';
import { ask, type Asking } from './asking.js';
import { notTold, ok, problem, warning } from './findings.js';

/**
 * What stands in a chat before anybody writes: the Get Started button (Messenger only), the menu, and the ice breakers.
 *
 * Source: Meta, Messenger Profile API (`get_started`, `persistent_menu`, `ice_breakers`), and the same of the Instagram
 * Platform, with `platform=instagram`.
 */
export type Platform = 'instagram' | 'messenger';

const mostQuestions = 4;
const mostEntries = 20;
const questionTitle = characters(80);
const entryTitle = characters(30);

/** Brings m.me references of new threads, and is asked for before a menu may be set. */
const getStarted = { payload: 'get_started' };

interface Part {
  readonly name: 'get_started' | 'persistent_menu' | 'ice_breakers';
  /** For people. */
  readonly subject: string;
  /** As it is sent; null: the workspace declares none. */
  readonly wanted: unknown;
  readonly isPresent: boolean;
  readonly isRight: boolean;
}

export async function checkChatStart(
  asking: Asking,
  platform: Platform,
  expected: ExpectedSetup,
): Promise<readonly AccountFinding[]> {
  const parts = await readParts(asking, platform, expected);
  if ('severity' in parts) return [parts];
  return parts.flatMap(({ subject, wanted, isPresent, isRight }) => {
    if (wanted === null) return isPresent ? [undeclared(subject)] : [];
    return isRight
      ? [ok(subject, 'It is as the workspace says.')]
      : [warning(subject, 'It is not as the workspace says.', 'heyword account subscribe')];
  });
}

/** Sets what is declared and differs; what is not declared may be somebody else's, and stays. */
export async function setChatStart(
  asking: Asking,
  platform: Platform,
  expected: ExpectedSetup,
): Promise<readonly AccountFinding[]> {
  const parts = await readParts(asking, platform, expected);
  if ('severity' in parts) return [parts];
  const toSet = parts.filter(({ wanted, isRight }) => wanted !== null && !isRight);
  if (toSet.length === 0) {
    return parts
      .filter(({ wanted }) => wanted !== null)
      .map(({ subject }) => ok(subject, 'It is set already.'));
  }
  const change = Object.fromEntries(toSet.map(({ name, wanted }) => [name, wanted]));
  const body = platform === 'instagram' ? { platform, ...change } : change;
  const reply = await ask(asking, { method: 'POST', path: ['me', 'messenger_profile'], body });
  return toSet.map(({ subject }) =>
    reply.ok
      ? ok(subject, 'It is set.')
      : problem(subject, `Meta did not set it: ${reply.failure.explanation}`),
  );
}

function undeclared(subject: string): AccountFinding {
  return warning(
    subject,
    'The platform has one that the workspace does not declare.',
    'Declare it in a flow, or remove it in Meta’s own settings.',
  );
}

async function readParts(
  asking: Asking,
  platform: Platform,
  expected: ExpectedSetup,
): Promise<readonly Part[] | AccountFinding> {
  const names =
    platform === 'messenger'
      ? ['get_started', 'persistent_menu', 'ice_breakers']
      : ['persistent_menu', 'ice_breakers'];
  const query = { fields: names.join(','), ...(platform === 'instagram' ? { platform } : {}) };
  const reply = await ask(asking, { path: ['me', 'messenger_profile'], query });
  if (!reply.ok) return notTold('menu', reply.failure);
  const present = presentIn(reply.fields);
  const parts = [menuPart(present, expected), questionsPart(present, expected)];
  return platform === 'messenger' ? [startPart(present), ...parts] : parts;
}

/** By its name; ice breakers also come without one, as a list of their own. */
function presentIn({ data }: Fields): Fields {
  const entries = asList(data).map((entry) => asFields(entry) ?? {});
  const unnamed = entries.filter((entry) => 'call_to_actions' in entry);
  const named = Object.fromEntries(entries.flatMap((entry) => Object.entries(entry)));
  return unnamed.length === 0 ? named : { ice_breakers: unnamed, ...named };
}

function startPart(present: Fields): Part {
  const isPresent = asFields(present['get_started']) !== null;
  const subject = 'get started button';
  return { name: 'get_started', subject, wanted: getStarted, isPresent, isRight: isPresent };
}

function menuPart(present: Fields, { menu }: ExpectedSetup): Part {
  const entries = menu
    .slice(0, mostEntries)
    .map(({ title, payload }) => ({ type: 'postback', title: clipText(title, entryTitle), payload }));
  const [isPresent, isRight] = compare(present['persistent_menu'], entries, ['type', 'title', 'payload']);
  const wanted = entries.length === 0 ? null : [{ locale: 'default', call_to_actions: entries }];
  return { name: 'persistent_menu', subject: 'menu', wanted, isPresent, isRight };
}

function questionsPart(present: Fields, { iceBreakers }: ExpectedSetup): Part {
  const questions = iceBreakers
    .slice(0, mostQuestions)
    .map(({ title, payload }) => ({ question: clipText(title, questionTitle), payload }));
  const [isPresent, isRight] = compare(present['ice_breakers'], questions, ['question', 'payload']);
  const wanted = questions.length === 0 ? null : [{ locale: 'default', call_to_actions: questions }];
  return { name: 'ice_breakers', subject: 'ice breakers', wanted, isPresent, isRight };
}

/** Whether there are any for everybody, and whether they are those, by the properties that we set. */
function compare(
  present: unknown,
  wanted: readonly object[],
  keys: readonly string[],
): readonly [isPresent: boolean, isRight: boolean] {
  const locales = asList(present).map((entry) => asFields(entry) ?? {});
  const general = locales.find(({ locale }) => locale === 'default') ?? {};
  const actions = asList(general['call_to_actions']).map((entry) => pick(asFields(entry) ?? {}, keys));
  return [locales.length > 0, isDeepStrictEqual(actions, wanted)];
}

function pick(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}
