import type { StartButton } from '../../core/workspace.js';
import { durationRule, parseDuration } from '../../flow/duration.js';
import { tapOf } from '../../flow/transcript/happening.js';
import type { Happening } from '../../flow/transcript/happening.js';
import type { Offer } from '../../flow/transcript/offers.js';
import { isSameText } from '../../flow/transcript/same-text.js';

/** What a line typed into the terminal asks for. */
export type ChatInput =
  | { readonly kind: 'happen'; readonly happening: Happening }
  | { readonly kind: 'wait'; readonly duration: number }
  | { readonly kind: 'quit' }
  | { readonly kind: 'nothing' }
  /** It cannot be done as it was typed; what can. */
  | { readonly kind: 'explain'; readonly text: string };

/** How to chat at a terminal. */
export const chatHelp = [
  'Write as the follower does; a number taps what stands behind it. Or:',
  '  /comment TEXT   comment on a post, where everybody reads it; /comment #ID TEXT names the post',
  '  /story [TEXT]   answer a story',
  '  /mention        name us in a story',
  '  /ref NAME       come by a link',
  '  /ad ID          come by an advertisement',
  '  /menu TITLE     press an entry of the menu; alone it lists them',
  '  /ice TITLE      press an ice breaker; alone it lists them',
  '  /postback NAME  press another button that is no answer',
  '  /agent TEXT     answer as a person of the team, in the platform’s own app',
  '  /wait 20h       let time pass',
  '  /quit',
].join('\n');

/** What a follower sees besides the messages. */
export interface Shown {
  /** What was last offered: numbers tap it. */
  readonly choices: readonly Offer[];
  /** What the platform shows before the chat, or beside it. */
  readonly buttons: readonly StartButton[];
}

/** Reads a typed line. */
export function readChatInput(line: string, { choices, buttons }: Shown): ChatInput {
  const typed = line.trim();
  if (typed === '') return { kind: 'nothing' };
  const [, command, rest = ''] = /^\/(\S+)\s*(.*)$/u.exec(typed) ?? [];
  if (command !== undefined) return readCommand(command, rest.trim(), buttons);
  const offer = /^\d{1,2}$/u.test(typed) ? choices[Number(typed) - 1] : undefined;
  return happen(offer === undefined ? { kind: 'me', text: typed } : tapOf(offer));
}

function readCommand(command: string, rest: string, buttons: readonly StartButton[]): ChatInput {
  switch (command) {
    case 'quit':
      return { kind: 'quit' };
    case 'wait': {
      const duration = parseDuration(rest);
      return duration === null ? explain(`How long? ${durationRule}`) : { kind: 'wait', duration };
    }
    case 'story':
      return happen({ kind: 'story_reply', text: rest });
    case 'mention':
      return happen({ kind: 'story_mention' });
    case 'comment':
      return readComment(rest);
    case 'ad':
      return rest === '' ? explain('Which one? /ad ID') : happen({ kind: 'ad', ad: rest });
    case 'menu':
      return press(rest, 'menu entries', ofPlace(buttons, 'menu'));
    case 'ice':
      return press(rest, 'ice breakers', ofPlace(buttons, 'ice_breaker'));
    case 'ref':
      return rest === '' ? explain('Which link? /ref NAME') : happen({ kind: 'ref', ref: rest });
    case 'postback':
      return rest === ''
        ? explain('Which button? /postback NAME')
        : happen({ kind: 'postback', payload: rest });
    case 'agent':
      return rest === '' ? explain('What do they say? /agent TEXT') : happen({ kind: 'agent', text: rest });
    default:
      return explain(chatHelp);
  }
}

function readComment(rest: string): ChatInput {
  const [, post, text = ''] = /^(?:#(\S+)\s*)?(.*)$/u.exec(rest) ?? [];
  return text === ''
    ? explain('What does it say? /comment TEXT')
    : happen({ kind: 'comment', text, post: post ?? null });
}

function ofPlace(buttons: readonly StartButton[], place: StartButton['place']): readonly StartButton[] {
  return buttons.filter((button) => button.place === place);
}

function press(title: string, what: string, buttons: readonly StartButton[]): ChatInput {
  const button = buttons.find((one) => isSameText(one.title, title));
  if (button !== undefined) return happen({ kind: 'postback', payload: button.payload, title: button.title });
  const titles = buttons.map((one) => `“${one.title}”`).join(', ');
  return explain(titles === '' ? `There are no ${what}.` : `There are these ${what}: ${titles}.`);
}

function happen(happening: Happening): ChatInput {
  return { kind: 'happen', happening };
}

function explain(text: string): ChatInput {
  return { kind: 'explain', text };
}
