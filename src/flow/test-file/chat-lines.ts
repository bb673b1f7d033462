import { z } from 'zod';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { duration, mapping, text } from '../shape/values.js';
import type { ChatLine } from '../test-definition.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readShows, shownShape } from './shown.js';
import type { LineSetting } from './shown.js';

/** Each line is a mapping of who does what to what is said or done. */
const lineShapes = {
  me: mapping({ me: text }),
  tap: mapping({ tap: text }),
  postback: mapping({ postback: text }),
  story_reply: mapping({ story_reply: text }),
  ref: mapping({ ref: text }),
  bot: mapping({ bot: z.union([text, shownShape]) }),
  agent: mapping({ agent: text }),
  silence: mapping({ silence: duration }),
};

type LineName = keyof typeof lineShapes;

const lineNames = Object.keys(lineShapes) as readonly LineName[];

/** Any message of the bot will do. */
const anyMessage = 'any';

export function readChatLine(node: SourceNode, setting: LineSetting): ChatLine | null {
  const { report } = setting;
  const name = lineNames.find((candidate) => node.kind === 'map' && node.entries.has(candidate));
  if (name === undefined) {
    reportUnknownLine(node, report);
    return null;
  }
  const { place } = node;
  const read = <T>(schema: z.ZodType<T>): T | null => readShape(schema, node, report).value;
  switch (name) {
    case 'me': {
      const line = read(lineShapes.me);
      return line && { kind: name, place, text: line.me };
    }
    case 'tap': {
      const line = read(lineShapes.tap);
      return line && { kind: name, place, title: line.tap };
    }
    case 'postback': {
      const line = read(lineShapes.postback);
      return line && { kind: name, place, payload: line.postback };
    }
    case 'story_reply': {
      const line = read(lineShapes.story_reply);
      return line && { kind: name, place, text: line.story_reply };
    }
    case 'ref': {
      const line = read(lineShapes.ref);
      return line && { kind: name, place, ref: line.ref };
    }
    case 'bot':
      return readBotLine(node, setting);
    case 'agent': {
      const line = read(lineShapes.agent);
      return line && { kind: name, place, text: line.agent };
    }
    case 'silence': {
      const line = read(lineShapes.silence);
      return line && { kind: name, place, duration: line.silence };
    }
  }
}

function readBotLine(node: SourceNode, setting: LineSetting): ChatLine | null {
  const { place } = node;
  const { value } = readShape(lineShapes.bot, node, setting.report);
  if (value === null) return null;
  return typeof value.bot === 'string'
    ? { kind: 'bot', place, text: value.bot === anyMessage ? null : value.bot }
    : { kind: 'bot_shows', place, shows: readShows(value.bot, node, setting) };
}

function reportUnknownLine(node: SourceNode, report: Report): void {
  const [key, entry] = node.kind === 'map' ? ([...node.entries][0] ?? []) : [];
  report.error(entry?.keyPlace ?? node.place, 'unknown-line', 'This is no line of a chat.', {
    allowed: lineNames,
    hint: (key === undefined ? null : didYouMean(key, lineNames)) ?? 'A line says who speaks: `me: Guide!`',
  });
}
