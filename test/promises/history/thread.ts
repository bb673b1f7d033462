import type { ParsedContent, ParsedUpdate } from '../../../src/channels/channel.js';
import type { Fed, Meaning } from '../checker/record.js';
import type { SeenSend } from '../../engine/stage/scripted-platform.js';
import type { Happening } from './operations.js';

/** What a contact's thread looks like from their side. */
export interface ThreadView {
  /** All that was sent to them, or tried. */
  readonly sends: readonly SeenSend[];
  /** Platform ids of what they wrote, in order. */
  readonly written: readonly string[];
  /** Never the same twice. */
  readonly newId: () => string;
}

/** An event as the platform tells it, and as the one who made it up meant it. */
export interface Told {
  readonly key: string;
  readonly content: ParsedContent;
  readonly facts: Pick<Fed, 'kind' | 'meaning' | 'text' | 'isSign' | 'about' | 'platformMessageId'>;
}

export type Identity = Pick<ParsedUpdate, 'channel' | 'accountId' | 'contactId'>;

type Does<K extends Happening['does']> = Extract<Happening, { does: K }>;

/** Makes the platform's event of a happening; null: there is nothing it could be about. */
export function tell(happening: Happening, view: ThreadView, occurredAt: number): Told | null {
  switch (happening.does) {
    case 'says':
    case 'answersStory':
      return write(view, occurredAt, happening.saying, happening.does === 'answersStory');
    case 'taps':
      return tap(view, occurredAt, happening);
    case 'edits':
      return edit(view, occurredAt, happening);
    case 'unsends':
      return unsend(view, occurredAt, happening);
    case 'presses':
      return press(view, occurredAt);
    case 'followsLink':
      return followLink(view, occurredAt);
    case 'reacts':
    case 'takesReactionBack':
      return react(view, occurredAt, happening);
    case 'saysOnStandby':
    case 'isAnsweredOnStandby':
      return observe(view, occurredAt, happening);
    case 'isAnsweredElsewhere':
      return answerElsewhere(view, occurredAt);
    case 'seesEcho':
      return echo(view, occurredAt, happening);
    case 'receives':
    case 'reads':
      return receipt(view, occurredAt, happening);
  }
}

function tap(view: ThreadView, occurredAt: number, { which }: Does<'taps'>): Told | null {
  const reply = pick(view.sends.flatMap(({ quickReplies }) => quickReplies).reverse(), which);
  if (reply === undefined) return null;
  const meaning = reply.title === 'Yes' ? 'yes' : reply.title === 'No' ? 'no' : 'other';
  return write(view, occurredAt, { text: reply.title, meaning }, false, reply.payload);
}

function edit({ newId }: ThreadView, occurredAt: number, { saying }: Does<'edits'>): Told {
  const platformMessageId = newId();
  const { text, meaning } = saying;
  const content = { kind: 'messageEdited', occurredAt, platformMessageId, text, edition: 1 } as const;
  return told(`edit:${platformMessageId}`, content, { meaning, text, platformMessageId });
}

function unsend({ written }: ThreadView, occurredAt: number, { which }: Does<'unsends'>): Told | null {
  const platformMessageId = pick(written, which);
  if (platformMessageId === undefined) return null;
  return told(`unsent:${platformMessageId}`, { kind: 'messageUnsent', occurredAt, platformMessageId }, {});
}

function press({ newId }: ThreadView, occurredAt: number): Told {
  const platformMessageId = newId();
  const button = { title: 'Guide', payload: 'GUIDE', referral: null };
  const content = { kind: 'postbackReceived', occurredAt, platformMessageId, ...button } as const;
  return told(`postback:${platformMessageId}`, content, { text: 'Guide', isSign: true, platformMessageId });
}

function followLink({ newId }: ThreadView, occurredAt: number): Told {
  const referral = { ref: 'guide', source: null, adId: null };
  return told(`referral:${newId()}`, { kind: 'referralReceived', occurredAt, referral }, { isSign: true });
}

function react(
  { newId }: ThreadView,
  occurredAt: number,
  { does }: Does<'reacts'> | Does<'takesReactionBack'>,
): Told {
  const platformMessageId = newId();
  const isSign = does === 'reacts';
  const content = {
    kind: 'reactionChanged',
    occurredAt,
    platformMessageId,
    reaction: isSign ? '❤' : null,
  } as const;
  return told(`reaction:${platformMessageId}`, content, { isSign });
}

function observe(
  { newId }: ThreadView,
  occurredAt: number,
  happening: Does<'saysOnStandby'> | Does<'isAnsweredOnStandby'>,
): Told {
  const id = newId();
  const byContact = happening.does === 'saysOnStandby';
  const { text, meaning } = byContact
    ? happening.saying
    : ({ text: `Another app says ${id}`, meaning: 'person in another app' } as const);
  const content = { kind: 'standbyObserved', occurredAt, text, byContact } as const;
  return told(`standby:${id}`, content, { meaning, text, isSign: byContact });
}

function write(
  { newId }: ThreadView,
  occurredAt: number,
  { text, meaning }: { readonly text: string; readonly meaning: Meaning },
  isStoryReply: boolean,
  quickReply: string | null = null,
): Told {
  const platformMessageId = newId();
  const content = {
    kind: 'messageReceived',
    occurredAt,
    platformMessageId,
    text,
    quickReply,
    storyReply: isStoryReply ? { id: 'story' } : null,
    replyTo: null,
    referral: null,
    attachments: text === '' ? [{ type: 'image', url: null }] : [],
  } as const;
  return told(`message:${platformMessageId}`, content, { meaning, text, isSign: true, platformMessageId });
}

/** Of what reached them, or may have: what the platform refused has no echo. */
function echo({ sends }: ThreadView, occurredAt: number, { which, by }: Does<'seesEcho'>): Told | null {
  const seen = pick(sends.filter(mayHaveArrived), which);
  if (seen === undefined) return null;
  const { text, reference, platformMessageId } = seen;
  const isTold = by === 'metadata' || seen.answer === 'sent';
  // By its words alone only what no other message says.
  if (!isTold && sends.some((other) => other.text === text && other.reference !== reference)) return null;
  const content = {
    kind: 'messageEchoed',
    occurredAt,
    platformMessageId,
    text,
    appId: null,
    metadata: by === 'metadata' ? reference : null,
    ownMessageId: null,
  } as const;
  return told(`echo:${platformMessageId}`, content, {
    meaning: 'our echo',
    text,
    about: [reference],
    platformMessageId,
  });
}

function mayHaveArrived({ answer }: SeenSend): boolean {
  return answer === 'sent' || answer === 'unknown' || answer === null;
}

function answerElsewhere({ newId }: ThreadView, occurredAt: number): Told {
  const platformMessageId = newId();
  const text = `Somebody writes ${platformMessageId}`;
  const content = {
    kind: 'messageEchoed',
    occurredAt,
    platformMessageId,
    text,
    appId: null,
    metadata: null,
    ownMessageId: null,
  } as const;
  return told(`echo:${platformMessageId}`, content, {
    meaning: 'person in another app',
    text,
    platformMessageId,
  });
}

function receipt(
  { sends, newId }: ThreadView,
  occurredAt: number,
  { does, which }: Does<'receives'> | Does<'reads'>,
): Told | null {
  const seen = pick(
    sends.filter(({ answer }) => answer === 'sent'),
    which,
  );
  if (seen === undefined) return null;
  const kind = does === 'reads' ? ('messagesRead' as const) : ('messagesDelivered' as const);
  const content = {
    kind,
    occurredAt,
    platformMessageIds: [seen.platformMessageId],
    upTo: which % 2 === 0 ? occurredAt : null,
  };
  return told(`${does}:${newId()}`, content, { about: [seen.reference] });
}

function told(key: string, content: ParsedContent, facts: Partial<Told['facts']>): Told {
  const plain = { meaning: 'other', text: '', isSign: false, about: [], platformMessageId: null } as const;
  return { key, content, facts: { ...plain, ...facts, kind: content.kind } };
}

/** Some one of these; undefined where there is none. */
export function pick<T>(all: readonly T[], which: number): T | undefined {
  return all.length === 0 ? undefined : all[which % all.length];
}
