import { Chance } from './chance.js';
import { incomingTexts, outgoingTexts } from './sample-words.js';
import { factOf, lineIn, lineOfPerson, lineOut } from './story-lines.js';
import { hour, minute, type QueueItem, type TimelineItem } from './world.js';

/** A usual story: a word starts a flow, a few lines go to and fro, a person is asked for. */
export function seedStory(item: QueueItem, index: number): readonly TimelineItem[] {
  const chance = new Chance(index * 104_729 + 3);
  const opened = Date.parse(item.opened_at);
  const begun = opened - 2 * hour;
  const id = (part: string): string => `${item.conversation_id}-${part}`;
  return [
    lineIn(id('first'), begun, 'guide'),
    factOf(id('run'), begun, 'run_started', null, { flow: 'guide' }),
    lineOut(id('answer'), begun + 2_000, 'Hi! Here is the guide. What are you working on?'),
    ...chatter(chance, id, begun + minute),
    factOf(id('opened'), opened, 'handoff_opened', null, {
      ...(item.team !== null && { team: item.team }),
      reason: item.reason,
    }),
    ...(item.last_message === null ? [] : [lastLine(id('last'), item.last_message, item.assignee?.name)]),
  ];
}

function chatter(chance: Chance, id: (part: string) => string, from: number): TimelineItem[] {
  return Array.from({ length: chance.whole(2, 12) }, (_, index) => {
    const at = from + index * 3 * minute;
    return index % 2 === 0
      ? lineIn(id(`in-${index}`), at, chance.pick(incomingTexts))
      : lineOut(id(`out-${index}`), at, chance.pick(outgoingTexts));
  });
}

function lastLine(
  id: string,
  { text, at, direction }: NonNullable<QueueItem['last_message']>,
  agent: string | undefined,
): TimelineItem {
  const moment = Date.parse(at);
  if (direction === 'in') return lineIn(id, moment, text);
  return agent === undefined ? lineOut(id, moment, text) : lineOfPerson(id, moment, text, agent);
}
