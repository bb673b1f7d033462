import { momentOf, type TimelineItem } from './world.js';

type Message = Extract<TimelineItem, { kind: 'message' }>;
type Line = Message['line'];
type Fact = Extract<TimelineItem, { kind: 'fact' }>;

/** A line of which nothing is said yet. */
export const bare: Line = {
  id: '',
  direction: 'in',
  from: 'contact',
  text: '',
  quick_replies: [],
  link: null,
  buttons: [],
  media: null,
  cards: [],
  attachments: [],
  public: false,
  at: '',
  state: null,
  refusal: null,
  reason: null,
  basis: null,
  speaker: null,
  platform_message_id: null,
  event: null,
};

/** What the contact wrote. */
export function lineIn(id: string, at: number, text: string, rest: Partial<Line> = {}): Message {
  const line = { ...bare, id, at: momentOf(at), text, ...rest };
  return { kind: 'message', id, at: line.at, line };
}

/** What the bot said, by the step `guide › project`, with why it was said. */
export function lineOut(id: string, at: number, text: string, rest: Partial<Line> = {}): Message {
  return lineIn(id, at, text, {
    direction: 'out',
    from: null,
    state: 'read',
    basis: { kind: 'reply_window' },
    speaker: { kind: 'flow', flow: 'guide', version: 'a1b2c3', step: 'project', run_id: 'r-1' },
    event: {
      id: `e-${id}`,
      kind: 'messageReceived',
      occurred_at: momentOf(at - 800),
      received_at: momentOf(at - 400),
      disposition: 'handled',
      trace: [
        { rule: 'stop', result: 'no stop word' },
        { rule: 'keyword', result: 'guide starts the flow guide' },
      ],
    },
    ...rest,
  });
}

/** What an agent answered. */
export function lineOfPerson(
  id: string,
  at: number,
  text: string,
  name: string,
  rest: Partial<Line> = {},
): Message {
  return lineOut(id, at, text, {
    basis: { kind: 'person' },
    speaker: { kind: 'person', name, id: null },
    event: null,
    ...rest,
  });
}

export function noteOf(
  id: string,
  at: number,
  author: { readonly id: string | null; readonly name: string },
  text: string,
  mentions: { id: string | null; name: string }[] = [],
): TimelineItem {
  return { kind: 'note', id, at: momentOf(at), author: { ...author }, text, mentions };
}

export function factOf(
  id: string,
  at: number,
  fact: Fact['fact'],
  by: string | null = null,
  details: Record<string, string> = {},
): TimelineItem {
  return { kind: 'fact', id, at: momentOf(at), fact, by, details };
}
