import { z } from 'zod';
import { channelNames } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, oneOrMore, part, refuse, text, writtenAs } from '../shape/values.js';
import type { FlowTest, TestFile } from '../test-definition.js';
import type { Vocabulary } from '../vocabulary.js';
import { entryAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readChatLine } from './chat-lines.js';
import { contactShape, readContact } from './contact.js';
import { readExpectations } from './expectations.js';
import { readStubs, stubShape } from './stubs.js';
import { weekTime } from './week-time.js';

/** A test file, with the place of the flow that it names, so that a missing one can be shown. */
export interface TestFileReading {
  readonly file: TestFile;
  /** Null: it tests the questions of the FAQ. */
  readonly flowPlace: Place | null;
}

const channel = z
  .string()
  .transform((value, context): SupportedChannel => {
    const found = channelNames.find((name) => name === value);
    if (found !== undefined) return found;
    return refuse(context, {
      code: 'unknown-channel',
      message: `"${value}" is not a channel.`,
      allowed: channelNames,
      hint: didYouMean(value, channelNames),
    });
  })
  .meta(writtenAs({ enum: channelNames }));

/** What the coverage of the questions is called. */
export const testOfFaq = 'faq';

export const testFileShape = mapping({
  flow: text.describe('The flow that is tested.').optional(),
  faq: z.literal(true).describe('Instead of a flow: the questions of faq.yaml are tested.').optional(),
  tests: z.array(part('test')).min(1).describe('Chats that must go as written.'),
});

export const testShape = mapping({
  name: text.describe('What this chat shows, as a sentence about the flow.'),
  on: oneOrMore(channel)
    .describe('The channel on which it is tried; several: on each of them. Usual: that of the first account.')
    .optional(),
  at: weekTime.describe("When the chat begins, by the workspace's clock: `tue 10:00`.").optional(),
  contact: contactShape.describe('What is known of the contact when the chat begins.').optional(),
  ...stubShape,
  chat: z.array(part('chat_line')).min(1).describe('Who says or does what, line by line.'),
  expect: part('expectations').describe('What has come of it in the end.').optional(),
});

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
  const { flow, faq } = value;
  if (flow === undefined && faq === undefined) {
    report.error(
      node.place,
      'missing-key',
      '"flow" is missing; it takes the name of the flow that is tested.',
      {
        hint: 'A test of the questions in faq.yaml says `faq: true` instead.',
      },
    );
    return null;
  }
  const flowPlace = flow === undefined ? null : placeAt(node, ['flow']);
  return { file: { file: path, flow: flow ?? testOfFaq, tests }, flowPlace };
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
    contact: readContact(value.contact, { node, vocabulary, report }),
    ...((value.lookups ?? value.coupons) && { stubs: readStubs(value, { node, vocabulary, report }) }),
    chat: lines,
    expect,
  }));
}
