import { capabilities } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Workspace } from '../../core/workspace.js';
import type { FlowDefinition } from '../definition.js';
import type { TestContact, WeekTime } from '../test-definition.js';
import { startOfChat } from '../transcript/chat-start.js';
import type { ConditionTest, Distinctions, SplitWay } from './foresight.js';
import { isOfCalendar, momentsFor } from './moments.js';
import type { Opening } from './trail.js';
import { valuesAround } from './test-values.js';

const nowhere = { file: '', line: 0, column: 0 };

/** One way in which a beginning can differ from the plain one. */
type Difference = (opening: Opening) => Opening;

/** How chats may begin, as far as anything that lies ahead can tell them apart; the plainest first. */
export interface Openings {
  readonly openings: readonly Opening[];
  /** How many more there would be. */
  readonly leftOut: number;
}

/** @param most Beginnings that are looked at. */
export function openingsFor(
  workspace: Workspace,
  definition: FlowDefinition,
  { tests, ways }: Distinctions,
  most: number,
): Openings {
  const [plainest, ...otherChannels] = channelsFor(workspace, definition, tests);
  const plain = plainOpening(workspace, plainest ?? 'instagram');
  const ofContact = tests.filter((test) => !isOfCalendar(test));
  const subjects = new Map(ofContact.map(({ subject }) => [JSON.stringify(subject), subject]));
  const differences = [
    otherChannels.map((channel) => inScene({ channel })),
    ...[...subjects].map(([key, subject]) =>
      differencesBy(
        workspace,
        subject,
        tests.filter((test) => JSON.stringify(test.subject) === key),
      ),
    ),
    momentsFor(workspace, tests.filter(isOfCalendar)).map((at) => startingAt(workspace, at)),
    ...[...new Set(ways.map(({ split }) => split))].map((split) =>
      ways.filter((way) => way.split === split).map(onWay),
    ),
  ];
  const all = differences.reduce((product, { length }) => product * (length + 1), 1);
  const openings = combine(differences, most).map((applied) =>
    applied.reduce((opening, difference) => difference(opening), plain),
  );
  return { openings, leftOut: all - openings.length };
}

/**
 * Channels that a flow cannot tell apart count once, if they have the same reply window. Where none of them answers
 * comments, a flow that comments start is looked at in the simulator too: there they do.
 */
function channelsFor(
  { accounts }: Workspace,
  { start }: FlowDefinition,
  tests: readonly ConditionTest[],
): readonly SupportedChannel[] {
  const channels = [...new Set(accounts.map(({ channel }) => channel))].filter(
    (name) => name !== 'simulator',
  );
  const real: readonly SupportedChannel[] = channels.length === 0 ? ['instagram'] : channels;
  const needsSimulator =
    start.some(({ kind }) => kind === 'comment') &&
    !real.some((name) => capabilities[name].comments !== null);
  const served = needsSimulator ? [...real, 'simulator' as const] : real;
  if (tests.some(({ subject }) => subject.kind === 'channel')) return served;
  return [...new Map(served.map((name) => [capabilities[name].replyWindow, name])).values()];
}

function plainOpening(workspace: Workspace, channel: SupportedChannel): Opening {
  const contact: TestContact = { firstName: null, tags: [], fields: {} };
  return { scene: { channel, startsAt: startOfChat(workspace, null), contact }, at: null };
}

function differencesBy(
  workspace: Workspace,
  subject: ConditionTest['subject'],
  tests: readonly ConditionTest[],
): readonly Difference[] {
  switch (subject.kind) {
    case 'tag':
      return [withContact(({ tags }) => ({ tags: [...tags, subject.name] }))];
    case 'contact': {
      const values = [...new Set(tests.flatMap(({ test }) => valuesAround(test)))];
      return values.map((value) =>
        withContact(({ fields }) =>
          subject.name === 'first_name'
            ? { firstName: value }
            : { fields: { ...fields, [subject.name]: value } },
        ),
      );
    }
    case 'consent':
      return [withContact(({ consent = [] }) => ({ consent: [...consent, subject.topic] }))];
    case 'score': {
      const values = [...new Set(tests.flatMap(({ test }) => valuesAround(test)))];
      return values.map((value) =>
        withContact(({ fields }) => ({ fields: { ...fields, [subject.name]: value } })),
      );
    }
    case 'language':
      return workspace.languages.slice(1).map((language) => withContact(() => ({ language })));
    case 'visits':
      return subject.step === null
        ? earlierVisits(tests).map((count) => withContact(() => ({ visits: inAllFlows(workspace, count) })))
        : [];
    case 'answer':
    case 'channel':
    case 'reply_window':
    case 'outcome':
    case 'office_hours':
    case 'weekday':
    case 'time':
      return [];
  }
}

function inScene(change: Partial<Opening['scene']>): Difference {
  return (opening) => ({ ...opening, scene: { ...opening.scene, ...change } });
}

function withContact(change: (contact: TestContact) => Partial<TestContact>): Difference {
  return (opening) => {
    const { contact } = opening.scene;
    return inScene({ contact: { ...contact, ...change(contact) } })(opening);
  };
}

function onWay({ split, way }: SplitWay): Difference {
  return withContact(({ splits = [] }) => ({ splits: [...splits, { split, way, place: nowhere }] }));
}

function startingAt(workspace: Workspace, at: WeekTime): Difference {
  return (opening) => ({ ...inScene({ startsAt: startOfChat(workspace, at) })(opening), at });
}

/** How often the flow was begun before, on both sides of each number that is asked for. */
function earlierVisits(tests: readonly ConditionTest[]): readonly number[] {
  const counts = tests.flatMap(({ test }) => valuesAround(test)).map((count) => Number(count) - 1);
  return [...new Set(counts)].filter((count) => count > 0);
}

/** Which of them looks at it is not known from the test alone. */
function inAllFlows({ flows }: Workspace, count: number): Readonly<Record<string, number>> {
  return Object.fromEntries([...flows.keys()].map((flow) => [flow, count]));
}

/** Combinations with one difference of each kind or none, those with the fewest differences first. */
function combine(
  kinds: readonly (readonly Difference[])[],
  most: number,
): readonly (readonly Difference[])[] {
  const combinations: (readonly Difference[])[] = [[]];
  // Those that hold a difference of a later kind are made of those that do not: none is made twice.
  const open: { readonly applied: readonly Difference[]; readonly from: number }[] = [
    { applied: [], from: 0 },
  ];
  for (const { applied, from } of open) {
    for (const [index, kind] of kinds.entries()) {
      if (index < from) continue;
      for (const difference of kind) {
        if (combinations.length >= most) return combinations;
        combinations.push([...applied, difference]);
        open.push({ applied: [...applied, difference], from: index + 1 });
      }
    }
  }
  return combinations;
}
