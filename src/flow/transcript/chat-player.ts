import type { OutgoingMessage, Speaker } from '../../core/message.js';
import { explainRefusal } from '../../core/refusal-words.js';
import { formatDuration } from '../duration.js';
import type { Place } from '../issue.js';
import type { ChatLine } from '../test-definition.js';
import { tellBody } from './body-words.js';
import { findMisfits } from './channel-fit.js';
import { tapOf } from './happening.js';
import { containsText, isSameText } from './same-text.js';
import { findMissing } from './shown.js';
import { describeSpeaker } from './speaker-words.js';
import type { VirtualChat } from './virtual-chat.js';

/** Where a chat did not go as written, in a sentence or more. */
export interface TranscriptFailure extends Place {
  readonly message: string;
  /** What was done and said until then; none where it is not about a line of the chat. */
  readonly chat?: readonly ChatMoment[];
  /** What was expected, and what the bot said in its place. */
  readonly difference?: { readonly expected: string; readonly said: string };
}

/** Something that was done or said in a chat. */
export interface ChatMoment {
  /** As a line of the test names it: `me`, `tap`, `bot`. */
  readonly who: ChatLine['kind'];
  readonly text: string;
  /** Of the bot's lines: who says it, as `flow › step`. */
  readonly by: string | null;
}

type LineOf<K extends ChatLine['kind']> = Extract<ChatLine, { readonly kind: K }>;

const botLines: ReadonlySet<ChatLine['kind'] | undefined> = new Set(['bot', 'bot_shows', 'public'] as const);

/** Plays the lines of a test, and notes where the chat goes another way. */
export class ChatPlayer {
  readonly #chat: VirtualChat;
  #failures: readonly TranscriptFailure[] = [];
  #unread: readonly OutgoingMessage[] = [];
  #moments: readonly ChatMoment[] = [];

  constructor(chat: VirtualChat) {
    this.#chat = chat;
  }

  get failures(): readonly TranscriptFailure[] {
    return this.#failures;
  }

  /**
   * Other words are noted and the chat goes on. Where a message is missing or too many it ends: what follows would only
   * repeat that. What the contact began to write before the last line is finished with it.
   */
  play(lines: readonly ChatLine[]): void {
    for (const [index, line] of lines.entries()) {
      if (botLines.has(line.kind) && this.#unread.length === 0) this.#listen(line, this.#chat.settle());
      if (!this.#playLine(line)) return;
      const isBotsTurn = botLines.has(lines[index + 1]?.kind);
      if (index === lines.length - 1) this.#listen(line, this.#chat.settle());
      if (!isBotsTurn && !this.#expectNothingMore(line)) return;
    }
  }

  /** Whether the chat is still as written. */
  #playLine(line: ChatLine): boolean {
    switch (line.kind) {
      case 'bot':
      case 'public':
        return this.#expect(line);
      case 'bot_shows':
        return this.#expectShown(line);
      case 'ice_breaker':
      case 'menu':
        return this.#press(line);
      case 'tap':
        return this.#tap(line);
      case 'silence':
        return this.#hear(line, this.#chat.pass(line.duration));
      default:
        return this.#hear(line, this.#chat.happen(line));
    }
  }

  /** What is said in public stands elsewhere than in the chat: the two are read apart, each in its order. */
  #expect(line: LineOf<'bot' | 'public'>): boolean {
    const isPublic = line.kind === 'public';
    const next = this.#unread.find(({ body }) => (body.isPublic === true) === isPublic);
    this.#unread = this.#unread.filter((message) => message !== next);
    if (next === undefined) {
      const where = isPublic ? ' in public' : '';
      this.#fail(line, `Expected ${quote(line.text)}${where}, but the bot said nothing.${this.#whyNot()}`);
      return false;
    }
    if (line.text !== null && !containsText(next.body.text, line.text)) {
      const message = `Expected ${quote(line.text)}, but the bot said ${describe(next)}.`;
      this.#fail(line, message, { expected: line.text, said: next.body.text });
    }
    this.#moments = [...this.#moments, momentOf(next)];
    return true;
  }

  /** Takes as many messages of one step as it needs: a channel may show a picture and its text in one, or in two. */
  #expectShown(line: LineOf<'bot_shows'>): boolean {
    const [first, ...rest] = this.#unread.filter(({ body }) => body.isPublic !== true);
    const expected = listOf(findMissing(line.shows, []));
    if (first === undefined) {
      this.#fail(line, `Expected ${expected || 'a message'}, but the bot said nothing.${this.#whyNot()}`);
      return false;
    }
    let taken: readonly OutgoingMessage[] = [first];
    const missing = () =>
      findMissing(
        line.shows,
        taken.map(({ body }) => body),
      );
    for (const next of rest) {
      if (missing().length === 0 || !isSameStep(first.speaker, next.speaker)) break;
      taken = [...taken, next];
    }
    if (missing().length > 0) {
      const said = taken.map(describe).join(' and ');
      this.#fail(line, `Expected ${expected}, but the bot said ${said}, without ${listOf(missing())}.`);
      taken = [first];
    }
    this.#moments = [...this.#moments, ...taken.map(momentOf)];
    this.#unread = this.#unread.filter((message) => !taken.includes(message));
    return true;
  }

  #expectNothingMore(line: ChatLine): boolean {
    if (this.#unread.length === 0) return true;
    const message = `After this the bot also said ${this.#unread.map(describe).join(' and ')}.`;
    this.#moments = [...this.#moments, ...this.#unread.map(momentOf)];
    this.#fail(line, message);
    return false;
  }

  #press(line: LineOf<'ice_breaker' | 'menu'>): boolean {
    const buttons = this.#chat.buttons.filter(({ place }) => place === line.kind);
    const button = buttons.find(({ title }) => isSameText(title, line.title));
    if (button === undefined) {
      const titles = buttons.map(({ title }) => quote(title)).join(', ');
      this.#fail(
        line,
        `There is no such ${line.kind}: ${quote(line.title)}; there is ${titles || 'none at all'}.`,
      );
      return false;
    }
    const { payload, title } = button;
    return this.#hear(line, this.#chat.happen({ kind: 'postback', payload, title }));
  }

  #tap(line: LineOf<'tap'>): boolean {
    const { offered } = this.#chat;
    const offer = offered.find(({ title }) => isSameText(title, line.title));
    if (offer === undefined) {
      const titles = offered.map(({ title }) => quote(title)).join(', ');
      this.#fail(line, `There is no ${quote(line.title)} to tap; there is ${titles || 'none at all'}.`);
      return false;
    }
    return this.#hear(line, this.#chat.happen(tapOf(offer)));
  }

  /**
   * The line itself is a moment of the chat; what the bot says to it is one once it is read. Whether the test has an
   * answer to everything that was asked outside.
   */
  #hear(line: ChatLine, said: readonly OutgoingMessage[]): boolean {
    this.#moments = [...this.#moments, { who: line.kind, text: textOf(line), by: null }];
    return this.#listen(line, said);
  }

  #listen(line: ChatLine, said: readonly OutgoingMessage[]): boolean {
    this.#unread = [...this.#unread, ...said];
    const { channel } = this.#chat.store.conversation;
    for (const { body } of said) {
      for (const misfit of findMisfits(body, channel)) this.#fail(line, misfit);
    }
    const problems = this.#chat.store.outside.takeProblems();
    for (const problem of problems) this.#fail(line, problem);
    return problems.length === 0;
  }

  #whyNot(): string {
    const { unsaid, trace } = this.#chat.store;
    const refused = unsaid.map(
      ({ message, refusal }) => ` ${quote(tellBody(message.body))} was not sent: ${explainRefusal(refusal)}`,
    );
    const rules = trace.map(({ rule, result }) => `${rule} → ${result}`);
    return [...refused, ...(rules.length > 0 ? [` (${rules.join('; ')})`] : [])].join('');
  }

  #fail(at: ChatLine, message: string, difference?: TranscriptFailure['difference']): void {
    const { file, line, column } = at.place;
    const failure = { file, line, column, message, chat: this.#moments, ...(difference && { difference }) };
    this.#failures = [...this.#failures, failure];
  }
}

function momentOf({ body, speaker }: OutgoingMessage): ChatMoment {
  return { who: body.isPublic === true ? 'public' : 'bot', text: body.text, by: describeSpeaker(speaker) };
}

/** What stands in a line of a test. */
function textOf(line: ChatLine): string {
  switch (line.kind) {
    case 'me':
    case 'story_reply':
    case 'comment':
    case 'agent':
      return line.text;
    case 'story_mention':
      return 'any';
    case 'bot':
    case 'public':
      return line.text ?? '';
    case 'bot_shows':
      return line.shows.text ?? '';
    case 'tap':
    case 'ice_breaker':
    case 'menu':
      return line.title;
    case 'ad':
      return line.ad;
    case 'postback':
      return line.payload;
    case 'ref':
      return line.ref;
    case 'silence':
      return formatDuration(line.duration);
  }
}

function describe({ body, speaker }: OutgoingMessage): string {
  const where = body.isPublic === true ? ', in public' : '';
  return `${quote(tellBody(body))} (${describeSpeaker(speaker)}${where})`;
}

function quote(text: string | null): string {
  return text === null ? 'a message' : `“${text}”`;
}

function listOf(parts: readonly string[]): string {
  return parts.join(' and ');
}

function isSameStep(one: Speaker, other: Speaker): boolean {
  return one.kind === 'flow' && other.kind === 'flow' && describeSpeaker(one) === describeSpeaker(other);
}
