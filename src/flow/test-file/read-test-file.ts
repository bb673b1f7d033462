import { z } from 'zod';
import { capabilities, channelNames } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { byName, languageCode, mapping, oneOrMore, part, refuse, text, writtenAs } from '../shape/values.js';
import type { FlowTest, TestContact, TestFile, TestWay } from '../test-definition.js';
import { lookUp } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { entryAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readChatLine } from './chat-lines.js';
import { readExpectations } from './expectations.js';
import { weekTime } from './week-time.js';

/** A test file, with the place of the flow that it names, so that a missing one can be shown. */
export interface TestFileReading {
  readonly file: TestFile;
  readonly flowPlace: Place;
}

const testChannels = Object.keys(capabilities) as readonly SupportedChannel[];

const channel = z
  .string()
  .transform((value, context): SupportedChannel => {
    const found = testChannels.find((name) => name === value);
    if (found !== undefined) return found;
    const isAnnounced = channelNames.some((name) => name === value);
    return refuse(context, {
      code: isAnnounced ? 'untestable-channel' : 'unknown-channel',
      message: isAnnounced ? `${value} cannot be tested yet.` : `"${value}" is not a channel.`,
      allowed: testChannels,
      hint: didYouMean(value, testChannels),
    });
  })
  .meta(writtenAs({ enum: testChannels }));

export const testFileShape = mapping({
  flow: text.describe('The flow that is tested.'),
  tests: z.array(part('test')).min(1).describe('Chats that must go as written.'),
});

export const testShape = mapping({
  name: text.describe('What this chat shows, as a sentence about the flow.'),
  on: oneOrMore(channel)
    .describe('The channel on which it is tried; several: on each of them. Usual: that of the first account.')
    .optional(),
  at: weekTime.describe("When the chat begins, by the workspace's clock: `tue 10:00`.").optional(),
  contact: mapping({
    first_name: text.describe('Their first name, as the platform tells it.').optional(),
    tags: oneOrMore(text).describe('Tags that they have.').optional(),
    fields: byName(text).describe('What `set` has remembered of them, by field.').optional(),
    language: languageCode.describe('The language that they write.').optional(),
    wrote_before: z
      .enum(['yes', 'no'])
      .describe('Whether they have written to you before this chat (no).')
      .optional(),
    splits: byName(text).describe('The way that they go in a split, by the name of the split.').optional(),
    consent: oneOrMore(text).describe('Topics that they have agreed to.').optional(),
  })
    .describe('What is known of the contact when the chat begins.')
    .optional(),
  chat: z.array(part('chat_line')).min(1).describe('Who says or does what, line by line.'),
  expect: part('expectations').describe('What has come of it in the end.').optional(),
});

type WrittenTest = z.output<typeof testShape>;

/** A `*.test.yaml`; null where it does not say what it tests. */
export function readTestFile(
  node: SourceNode,
  path: string,
  vocabulary: Vocabulary,
  report: Report,
): TestFileReading | null {
  const { value } = readShape(testFileShape, node, report);
  const items = nodeAt(node, ['tests']);
  const tests =
    items?.kind === 'list' ? items.items.flatMap((item) => readTest(item, vocabulary, report)) : [];
  if (value === null) return null;
  return { file: { file: path, flow: value.flow, tests }, flowPlace: placeAt(node, ['flow']) };
}

/** A test once for each channel that it names: what is written holds on all of them. */
function readTest(node: SourceNode, vocabulary: Vocabulary, report: Report): readonly FlowTest[] {
  const { value } = readShape(testShape, node, report);
  const chat = nodeAt(node, ['chat']);
  const lines =
    chat?.kind === 'list'
      ? chat.items.flatMap((line) => readChatLine(line, { vocabulary, report }) ?? [])
      : [];
  const expected = entryAt(node, 'expect')?.value;
  const expect = expected === undefined ? [] : readExpectations({ node: expected, vocabulary, report });
  if (value === null) return [];
  const channels = [...new Set(value.on ?? [vocabulary.channels[0] ?? 'simulator'])];
  return channels.map((on) => ({
    name: channels.length === 1 ? value.name : `${value.name} (${on})`,
    place: node.place,
    on,
    at: value.at ?? null,
    contact: readContact(value.contact, node, vocabulary, report),
    chat: lines,
    expect,
  }));
}

function readContact(
  written: NonNullable<WrittenTest['contact']> = {},
  node: SourceNode,
  vocabulary: Vocabulary,
  report: Report,
): TestContact {
  const { consent = [], fields = {}, first_name: firstName = null, language, splits, tags = [] } = written;
  for (const topic of consent) {
    lookUp(vocabulary.topics, topic, placeAt(node, ['contact', 'consent']), report);
  }
  return {
    ...{ firstName, tags, fields },
    ...(language !== undefined && { language }),
    ...(written.wrote_before === 'yes' && { wroteBefore: true }),
    ...(splits && { splits: readSplits(splits, node) }),
    ...(consent.length > 0 && { consent }),
  };
}

function readSplits(written: Readonly<Record<string, string>>, node: SourceNode): readonly TestWay[] {
  return Object.entries(written).map(([split, way]) => ({
    split,
    way,
    place: placeAt(node, ['contact', 'splits', split]),
  }));
}
