import { z } from 'zod';
import { capabilities, channelNames } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, oneOrMore, refuse, text } from '../shape/values.js';
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
  /** Null: it tests the questions of the FAQ. */
  readonly flowPlace: Place | null;
}

const testChannels = Object.keys(capabilities) as readonly SupportedChannel[];

const channel = z.string().transform((value, context): SupportedChannel => {
  const found = testChannels.find((name) => name === value);
  if (found !== undefined) return found;
  const isAnnounced = channelNames.some((name) => name === value);
  return refuse(context, {
    code: isAnnounced ? 'untestable-channel' : 'unknown-channel',
    message: isAnnounced ? `${value} cannot be tested yet.` : `"${value}" is not a channel.`,
    allowed: testChannels,
    hint: didYouMean(value, testChannels),
  });
});

/** What the coverage of the questions is called. */
export const testOfFaq = 'faq';

const fileShape = mapping({
  flow: text.optional(),
  faq: z.literal(true).optional(),
  tests: z.array(z.unknown()).min(1),
});

const testShape = mapping({
  name: text,
  on: channel.optional(),
  at: weekTime.optional(),
  contact: mapping({
    first_name: text.optional(),
    tags: oneOrMore(text).optional(),
    fields: z.record(z.string(), text).optional(),
    splits: z.record(z.string(), text).optional(),
    consent: oneOrMore(text).optional(),
  }).optional(),
  chat: z.array(z.unknown()).min(1),
  expect: z.unknown().optional(),
});

type WrittenTest = z.output<typeof testShape>;

/** A `*.test.yaml`; null where it does not say what it tests. */
export function readTestFile(
  node: SourceNode,
  path: string,
  vocabulary: Vocabulary,
  report: Report,
): TestFileReading | null {
  const { value } = readShape(fileShape, node, report);
  const items = nodeAt(node, ['tests']);
  const tests =
    items?.kind === 'list' ? items.items.flatMap((item) => readTest(item, vocabulary, report) ?? []) : [];
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

function readTest(node: SourceNode, vocabulary: Vocabulary, report: Report): FlowTest | null {
  const { value } = readShape(testShape, node, report);
  const chat = nodeAt(node, ['chat']);
  const lines = chat?.kind === 'list' ? chat.items.flatMap((line) => readChatLine(line, report) ?? []) : [];
  const expected = entryAt(node, 'expect')?.value;
  const expect = expected === undefined ? [] : readExpectations({ node: expected, vocabulary, report });
  if (value === null) return null;
  return {
    name: value.name,
    place: node.place,
    on: value.on ?? vocabulary.channels[0] ?? 'simulator',
    at: value.at ?? null,
    contact: readContact(value.contact, node, vocabulary, report),
    chat: lines,
    expect,
  };
}

function readContact(
  written: WrittenTest['contact'],
  node: SourceNode,
  vocabulary: Vocabulary,
  report: Report,
): TestContact {
  const consent = written?.consent ?? [];
  for (const topic of consent) {
    lookUp(vocabulary.topics, topic, placeAt(node, ['contact', 'consent']), report);
  }
  return {
    firstName: written?.first_name ?? null,
    tags: written?.tags ?? [],
    fields: written?.fields ?? {},
    ...(written?.splits && { splits: readSplits(written.splits, node) }),
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
