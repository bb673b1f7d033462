import { characters } from '../../core/channel-capabilities.js';
import type { MessageBody } from '../../core/message.js';
import { clipText } from '../../core/split-text.js';
import type { ListRow, ReplyButton } from './request.js';

/** Something that can be chosen: what it says, and what comes back. */
interface Option {
  readonly title: string;
  readonly payload: string;
}

const buttonTitle = characters(20);
const rowTitle = characters(24);
const rowDescription = characters(72);

/** More than so many are a list. */
export const MOST_BUTTONS = 3;
const MOST_ROWS = 10;

/**
 * What can be chosen under a message: its buttons that send a payload, then its quick replies; on WhatsApp they are the
 * same. Of two that send the same payload the first is kept: ids must be unique within a message.
 */
export function optionsOf({ buttons = [], quickReplies = [] }: MessageBody): readonly Option[] {
  const pressed = buttons.flatMap((button) => (button.kind === 'postback' ? [button] : []));
  const options = new Map<string, Option>();
  for (const { title, payload } of [...pressed, ...quickReplies]) {
    if (!options.has(payload)) options.set(payload, { title, payload });
  }
  return [...options.values()].slice(0, MOST_ROWS);
}

export function renderButtons(options: readonly Option[]): readonly ReplyButton[] {
  return withUniqueTitles(options, buttonTitle.size).map(({ shown, payload }) => ({
    type: 'reply',
    reply: { id: payload, title: shown },
  }));
}

/** What does not fit into a row's title stands below it. */
export function renderRows(options: readonly Option[]): readonly ListRow[] {
  return withUniqueTitles(options, rowTitle.size).map(({ title, shown, payload }) => {
    const rest = title.startsWith(shown) ? title.slice(shown.length).trim() : title;
    const description = clipText(rest, rowDescription);
    return { id: payload, title: shown, ...(description === '' ? {} : { description }) };
  });
}

interface ShownOption extends Option {
  /** Its title as it fits, and as nobody else's. */
  readonly shown: string;
}

/** WhatsApp refuses a message of which two titles are the same; cut short, they can be: then they are numbered. */
function withUniqueTitles(options: readonly Option[], size: number): readonly ShownOption[] {
  const taken = new Set<string>();
  return options.map((option) => {
    let shown = clipText(option.title.trim(), characters(size));
    for (let number = 2; taken.has(shown); number++) {
      const suffix = ` ${String(number)}`;
      shown = `${clipText(option.title.trim(), characters(size - suffix.length))}${suffix}`;
    }
    taken.add(shown);
    return { ...option, shown };
  });
}
