import { durationRule, parseDuration } from '../../flow/duration.js';
import { tapOf } from '../../flow/transcript/happening.js';
import type { Happening } from '../../flow/transcript/happening.js';
import type { Offer } from '../../flow/transcript/offers.js';

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
  '  /ref NAME       come by a link or an advertisement',
  '  /postback NAME  press a button that is no answer',
  '  /story [TEXT]   answer a story',
  '  /agent TEXT     answer as a person of the team, in the platform’s own app',
  '  /wait 20h       let time pass',
  '  /quit',
].join('\n');

/**
 * Reads a typed line.
 *
 * @param choices Those that were last offered: their numbers tap them.
 */
export function readChatInput(line: string, choices: readonly Offer[]): ChatInput {
  const typed = line.trim();
  if (typed === '') return { kind: 'nothing' };
  const [, command, rest = ''] = /^\/(\S+)\s*(.*)$/u.exec(typed) ?? [];
  if (command !== undefined) return readCommand(command, rest);
  const offer = /^\d{1,2}$/u.test(typed) ? choices[Number(typed) - 1] : undefined;
  return happen(offer === undefined ? { kind: 'me', text: typed } : tapOf(offer));
}

function readCommand(command: string, rest: string): ChatInput {
  switch (command) {
    case 'quit':
      return { kind: 'quit' };
    case 'wait': {
      const duration = parseDuration(rest);
      return duration === null ? explain(`How long? ${durationRule}`) : { kind: 'wait', duration };
    }
    case 'story':
      return happen({ kind: 'story_reply', text: rest });
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

function happen(happening: Happening): ChatInput {
  return { kind: 'happen', happening };
}

function explain(text: string): ChatInput {
  return { kind: 'explain', text };
}
