import { stringify } from 'yaml';
import type { LookupAnswer } from '../../core/lookup.js';
import type { OutgoingMessage } from '../../core/message.js';
import { formatDuration } from '../duration.js';
import { formatWeekTime } from '../test-file/week-time.js';
import type { TestContact } from '../test-definition.js';
import type { Happening } from '../transcript/happening.js';
import type { OutsideReply } from '../transcript/virtual-outside.js';
import type { Flaw } from './flaw.js';
import { trailInOrder } from './trail.js';
import type { Deed, Opening, Trail } from './trail.js';

/** The way to a flaw as a test file of the flow, which goes as it says until the flaw is mended. */
export function writeTest(flow: string, { code, flow: at, step, shownBy }: Flaw): string {
  const name = step === null ? code : `${code} at ${at ?? flow} › ${step}`;
  const trail = trailInOrder(shownBy.trail);
  const test = {
    name,
    ...openingLines(shownBy.opening),
    ...outsideLines(trail.flatMap(({ replies }) => replies)),
    chat: trail.flatMap(chatLines),
    ...(code === 'stuck-end' ? { expect: { handoff: 'none' } } : {}),
  };
  return stringify({ flow, tests: [test] }, { version: '1.1', lineWidth: 0 });
}

function openingLines({ scene, at }: Opening): Readonly<Record<string, unknown>> {
  const contact = contactLines(scene.contact);
  return {
    on: scene.channel,
    ...(at === null ? {} : { at: formatWeekTime(at) }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}

/** Each answer holds once, in turn; of codes there are as many as were given. */
function outsideLines(replies: readonly OutsideReply[]): object {
  const lookups: Record<string, unknown[]> = {};
  const coupons: Record<string, string[]> = {};
  for (const reply of replies) {
    if (reply.to === 'lookUp') (lookups[reply.name] ??= []).push(answerLine(reply.answer));
    else (coupons[reply.name] ??= []).push(...(reply.code === null ? [] : [reply.code]));
  }
  return {
    ...(Object.keys(lookups).length === 0 ? {} : { lookups }),
    ...(Object.keys(coupons).length === 0 ? {} : { coupons }),
  };
}

function answerLine(answer: LookupAnswer | null): unknown {
  if (answer === null) return 'silent';
  return answer.result === 'found' ? { found: answer.values } : answer.result;
}

function contactLines(contact: TestContact): object {
  const { firstName, tags, fields, splits = [], consent = [], language, visits } = contact;
  return {
    ...(firstName === null ? {} : { first_name: firstName }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(splits.length === 0
      ? {}
      : { splits: Object.fromEntries(splits.map(({ split, way }) => [split, way])) }),
    ...(consent.length === 0 ? {} : { consent }),
    ...(language === undefined ? {} : { language }),
    ...(visits === undefined ? {} : { visits }),
  };
}

function chatLines({ deed, said }: Trail): readonly object[] {
  return [
    deedLine(deed),
    ...said.map((message) => ({ [message.body.isPublic === true ? 'public' : 'bot']: wordsOf(message) })),
  ];
}

function deedLine(deed: Deed): object {
  return deed.kind === 'pass' ? { silence: formatDuration(deed.duration) } : happeningLine(deed.happening);
}

function happeningLine(happening: Happening): object {
  switch (happening.kind) {
    case 'tap':
      return { tap: happening.reply.title };
    case 'postback':
      return { postback: happening.payload };
    case 'ad':
      return { ad: happening.ad };
    case 'story_mention':
      return { story_mention: 'any' };
    case 'comment':
      return { comment: commentWords(happening.text, happening.post) };
    case 'ref':
      return { ref: happening.ref };
    case 'me':
    case 'story_reply':
    case 'agent':
      return { [happening.kind]: happening.text };
  }
}

function commentWords(text: string, post: string | null): object | string {
  return post === null ? text : { text, post };
}

const mostWords = 60;

/** The beginning of what was said, enough to know it by. */
function wordsOf({ body }: OutgoingMessage): string {
  const [line = ''] = body.text.trim().split('\n');
  if (line.length <= mostWords) return line;
  return line.slice(0, line.lastIndexOf(' ', mostWords)).trim() || line;
}
