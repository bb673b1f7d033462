import fc from 'fast-check';
import type { Answer, ProfileAnswer } from '../../engine/stage/scripted-platform.js';
import { day, hour, minute, second } from './durations.js';
import { versions, type Version } from './flows.js';
import { anyPlatformAnswers } from './platform-answers.js';
import { anySaying, type Saying } from './sayings.js';

/** Something a contact or the platform does in a contact's thread. Numbers pick among what there is by then. */
export type Happening =
  | { readonly does: 'says'; readonly saying: Saying }
  | { readonly does: 'answersStory'; readonly saying: Saying }
  | { readonly does: 'edits'; readonly saying: Saying }
  | { readonly does: 'saysOnStandby'; readonly saying: Saying }
  | { readonly does: 'taps'; readonly which: number }
  | { readonly does: 'unsends'; readonly which: number }
  | { readonly does: 'presses' }
  | { readonly does: 'followsLink' }
  | { readonly does: 'reacts' }
  | { readonly does: 'takesReactionBack' }
  | { readonly does: 'isAnsweredElsewhere' }
  | { readonly does: 'isAnsweredOnStandby' }
  /** The echo of a send of ours, and how it can be known. */
  | { readonly does: 'seesEcho'; readonly which: number; readonly by: 'metadata' | 'id' | 'text' }
  | { readonly does: 'receives'; readonly which: number }
  | { readonly does: 'reads'; readonly which: number };

export type PersonsDeed =
  | { readonly does: 'takesOver' }
  | { readonly does: 'replies' }
  /** The same answer once more, as after a click that seemed to do nothing. */
  | { readonly does: 'repeatsReply' }
  | { readonly does: 'resolves' }
  | { readonly does: 'handsBack'; readonly flow: string | null }
  | { readonly does: 'withdraws'; readonly purpose: string };

/** How much of what follows may happen before the next: all of it, one turn of the event loop, or nothing. */
export type Pace = 'settled' | 'a turn later' | 'at the same time';

export interface Item {
  readonly contact: number;
  readonly happening: Happening;
  /** How long before its delivery it happened, ms. */
  readonly ago: number;
}

export type Operation = { readonly pace: Pace } & (
  | {
      readonly kind: 'delivers';
      readonly items: readonly Item[];
      /** How often the items are in the delivery. */
      readonly copies: number;
      /** How many operations it is held up for. */
      readonly heldFor: number;
    }
  | { readonly kind: 'repeats'; readonly which: number }
  | { readonly kind: 'person'; readonly contact: number; readonly deed: PersonsDeed }
  | { readonly kind: 'waits'; readonly duration: number }
  | { readonly kind: 'reloads'; readonly to: Version | 'broken' }
  | { readonly kind: 'restarts'; readonly how: 'stop' | 'kill'; readonly downtime: number }
);

/** How likely each kind of operation is, against the others. */
export type Emphasis = Readonly<Record<Operation['kind'], number>> & {
  /** Against 1 for all else that is said. */
  readonly stops: number;
};

export const contacts = 3;

/** Mostly the newest, or the first contact: things that concern each other make histories worth playing. */
const which = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) });
const contact = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(contacts - 1) },
);

function anyHappening({ stops }: Emphasis): fc.Arbitrary<Happening> {
  const saying = anySaying(stops);
  return oneOf<Happening>(
    [16, does('says', { saying })],
    [7, does('taps', { which })],
    [2, does('seesEcho', { which, by: fc.constantFrom('metadata', 'id', 'text') })],
    [1, does('answersStory', { saying })],
    [1, does('edits', { saying })],
    [1, does('saysOnStandby', { saying })],
    [1, does('receives', { which })],
    [1, does('reads', { which })],
    [1, does('unsends', { which })],
    [1, does('presses', {})],
    [1, does('followsLink', {})],
    [1, does('reacts', {})],
    [1, does('takesReactionBack', {})],
    [1, does('isAnsweredElsewhere', {})],
    [1, does('isAnsweredOnStandby', {})],
  );
}

const ago = oneOf([12, fc.constant(0)], [1, fc.constantFrom(2 * second, 90 * minute, 25 * hour, 6 * day)]);

const deed: fc.Arbitrary<PersonsDeed> = oneOf<PersonsDeed>(
  [2, does('takesOver', {})],
  [3, does('replies', {})],
  [1, does('repeatsReply', {})],
  [1, does('resolves', {})],
  [4, does('handsBack', { flow: fc.constantFrom(null, 'series', 'guide', 'order') })],
  [1, does('withdraws', { purpose: fc.constantFrom('all', 'tips') })],
);

const duration = oneOf(
  [4, fc.constantFrom(1, 700, 2 * second, 6 * second, 31 * second)],
  [1, fc.constantFrom(5 * minute, 61 * minute, 3 * hour, 20 * hour, 25 * hour)],
);

const pace = oneOf<Pace>(
  [6, fc.constant('settled')],
  [3, fc.constant('a turn later')],
  [2, fc.constant('at the same time')],
);

function anyOperation(emphasis: Emphasis): fc.Arbitrary<Operation> {
  const item = fc.record({ contact, happening: anyHappening(emphasis), ago });
  const items = oneOf(
    [3, fc.array(item, { minLength: 1, maxLength: 1 })],
    [1, fc.array(item, { minLength: 2, maxLength: 4 })],
  );
  const heldFor = oneOf([7, fc.constant(0)], [1, fc.integer({ min: 1, max: 5 })]);
  const copies = oneOf([9, fc.constant(1)], [1, fc.constant(2)]);
  const downtime = fc.constantFrom(0, 2 * second, 3 * hour);
  return oneOf<Operation>(
    [emphasis.delivers, operation('delivers', { items, copies, heldFor })],
    [emphasis.repeats, operation('repeats', { which: fc.nat(20) })],
    [emphasis.person, operation('person', { contact, deed })],
    [emphasis.waits, operation('waits', { duration })],
    [
      emphasis.reloads,
      operation('reloads', { to: fc.constantFrom<Version | 'broken'>(...versions, 'broken') }),
    ],
    [emphasis.restarts, operation('restarts', { how: fc.constantFrom('kill', 'kill', 'stop'), downtime })],
  );
}

/** A history of a few contacts, and how the platform answers during it. */
export interface History {
  readonly operations: readonly Operation[];
  readonly answers: readonly Answer[];
  readonly profile: ProfileAnswer;
}

export function anyHistory(emphasis: Emphasis): fc.Arbitrary<History> {
  return fc.record({
    operations: fc.array(anyOperation(emphasis), { minLength: 10, maxLength: 40 }),
    answers: anyPlatformAnswers,
    profile: fc.record({
      firstName: fc.constantFrom(null, 'Ada'),
      after: fc.constantFrom(0, 300, 9 * second),
    }),
  });
}

type Doing = Happening | PersonsDeed;
type Parts<T> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> };
type Does<K> = Extract<Doing, { does: K }>;
type Operates<K> = Extract<Operation, { kind: K }>;

function does<K extends Doing['does']>(name: K, parts: Parts<Omit<Does<K>, 'does'>>): fc.Arbitrary<Does<K>> {
  return fc.record({ does: fc.constant(name), ...parts }) as unknown as fc.Arbitrary<Does<K>>;
}

function operation<K extends Operation['kind']>(
  kind: K,
  parts: Parts<Omit<Operates<K>, 'kind' | 'pace'>>,
): fc.Arbitrary<Operates<K>> {
  return fc.record({ kind: fc.constant(kind), pace, ...parts }) as unknown as fc.Arbitrary<Operates<K>>;
}

function oneOf<T>(
  ...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]
): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}
