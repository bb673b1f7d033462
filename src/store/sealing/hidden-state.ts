import type { Conversation, Frame, FrameContext } from '../../core/conversation.js';
import { hiddenText, type Hiding } from './hiding.js';

/** What of a conversation nobody is to read, as it is sealed. */
export interface HiddenState {
  /** Of each frame of the run, in their order. */
  readonly frames: readonly HiddenFrame[];
  readonly fields: Readonly<Record<string, string>>;
}

interface HiddenFrame {
  readonly answers: Readonly<Record<string, string>>;
  readonly breath?: string;
  readonly picked?: readonly string[];
}

/** Parts a conversation into what may be shown and what is to be sealed. */
export function hideState(state: Conversation): Hiding<Conversation, HiddenState> {
  if (placesOf(state).length === 0) return { shown: state, hidden: null };
  const { sensitiveFields = [], fields } = state.contact;
  const hidden = {
    frames: framesOf(state).map(({ context }) => hiddenOf(context)),
    fields: pick(fields, sensitiveFields),
  };
  const blank = {
    frames: hidden.frames.map(({ answers, breath, picked }) => ({
      answers: masked(answers),
      ...(breath === undefined ? {} : { breath: hiddenText }),
      ...(picked === undefined ? {} : { picked: [] }),
    })),
    fields: masked(hidden.fields),
  };
  return { shown: showState(state, blank), hidden };
}

/** Puts what was sealed back into its places. */
export function showState(shown: Conversation, { frames, fields }: HiddenState): Conversation {
  const { contact, run } = shown;
  const filled = { ...shown, contact: { ...contact, fields: { ...contact.fields, ...fields } } };
  if (run === null) return filled;
  const opened = run.frames.map((frame, index) => ({ ...frame, context: showIn(frame, frames[index]) }));
  return { ...filled, run: { ...run, frames: opened } };
}

/** The conversation without what is not known any more: as if it had never been said. */
export function forgetHidden(shown: Conversation): Conversation {
  const { sensitiveFields = [], ...contact } = shown.contact;
  const { run } = shown;
  const frames = framesOf(shown).map(({ context, ...frame }) => ({ ...frame, context: forgetIn(context) }));
  return {
    ...shown,
    contact: { ...contact, fields: omit(contact.fields, sensitiveFields) },
    run: run === null ? null : { ...run, frames },
  };
}

/** The names of all that is sealed: a part of what the seal proves. Told by what is shown, too. */
export function placesOf(state: Conversation): readonly string[] {
  const { sensitiveFields = [], fields } = state.contact;
  return [
    ...framesOf(state).flatMap(({ context }, index) => namesIn(context).map((name) => `${index}.${name}`)),
    ...sensitiveFields.filter((name) => Object.hasOwn(fields, name)).map((name) => `contact.${name}`),
  ];
}

function framesOf({ run }: Conversation): readonly Frame[] {
  return run?.frames ?? [];
}

function namesIn({ answers, sensitive = [], breath, picked, isGatheredSensitive }: FrameContext) {
  return [
    ...sensitive.filter((name) => Object.hasOwn(answers, name)).map((name) => `answer.${name}`),
    ...(isGatheredSensitive && breath !== undefined ? ['breath'] : []),
    ...(isGatheredSensitive && picked !== undefined ? ['picked'] : []),
  ];
}

function hiddenOf({
  answers,
  sensitive = [],
  breath,
  picked,
  isGatheredSensitive,
}: FrameContext): HiddenFrame {
  return {
    answers: pick(answers, sensitive),
    ...(isGatheredSensitive && breath !== undefined ? { breath: breath.text } : {}),
    ...(isGatheredSensitive && picked !== undefined ? { picked } : {}),
  };
}

function showIn({ context }: Frame, hidden: HiddenFrame | undefined): FrameContext {
  if (hidden === undefined) return context;
  const { answers, breath: text, picked } = hidden;
  const { breath } = context;
  return {
    ...context,
    answers: { ...context.answers, ...answers },
    ...(text === undefined || breath === undefined ? {} : { breath: { ...breath, text } }),
    ...(picked === undefined ? {} : { picked }),
  };
}

function forgetIn({ sensitive = [], isGatheredSensitive, ...context }: FrameContext): FrameContext {
  const { breath: _, picked: __, ...rest } = context;
  return { ...(isGatheredSensitive ? rest : context), answers: omit(context.answers, sensitive) };
}

type Texts = Readonly<Record<string, string>>;

function pick(texts: Texts, names: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)));
}

function omit(texts: Texts, names: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
}

function masked(texts: Texts): Texts {
  return Object.fromEntries(Object.keys(texts).map((name) => [name, hiddenText]));
}
