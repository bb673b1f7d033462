import { factOf, lineIn, lineOfPerson, lineOut, noteOf } from '../../test/console/fake-inbox/story-lines.js';
import { day, hour, minute, momentOf, type TimelineItem } from '../../test/console/fake-inbox/world.js';

const ida = { id: 'u-ida', name: 'Ida Berg' };
const sam = { id: 'u-sam', name: 'Sam Okafor' };
const step = (name: string) =>
  ({ kind: 'flow', flow: 'wheel', version: 'a1b2c3', step: name, run_id: 'r-2' }) as const;

/** From a comment under a post, over the bot, to two people who help: with what arrived, what did not, and what nobody knows. */
export function storyOfMara(now: number): readonly TimelineItem[] {
  return [...yesterday(now - 27 * hour), ...today(now - 70 * minute), ...withPeople(now - 52 * minute)];
}

function yesterday(at: number): TimelineItem[] {
  return [
    lineIn('comment', at, 'WHEEL been waiting for this one', { public: true }),
    lineOut('public', at + 2_000, 'It is in your messages, Mara.', {
      ...{ public: true, speaker: step('under the post') },
      basis: { kind: 'public_reply', comment_id: 'comment-1' },
    }),
    factOf('run', at + 2_000, 'run_started', null, { flow: 'wheel' }),
    lineOut('dates', at + 3_000, 'Here are the dates of the wheel course in June.', {
      link: {
        label: 'See the dates',
        url: 'https://nord.example/l/w',
        leads_to: 'https://studio-nord.example/wheel',
      },
      basis: { kind: 'private_reply', comment_id: 'comment-1', until: momentOf(at + 7 * day) },
      speaker: step('dates'),
    }),
    lineOut('ask-news', at + 4 * minute, 'Shall I write when there are new courses? About once a month.', {
      quick_replies: [
        { title: 'Yes, please', payload: 'consent:yes' },
        { title: 'No, thanks', payload: 'consent:no' },
      ],
      speaker: step('news'),
    }),
    lineIn('yes', at + 5 * minute, 'Yes, please'),
    factOf('consent', at + 5 * minute, 'consent_granted', null, { topic: 'course_news' }),
  ];
}

function today(at: number): TimelineItem[] {
  return [
    lineIn('two', at, 'Are there still two places on Wednesdays?'),
    lineOut('evening', at + 2_000, 'Wednesdays in June, six evenings from the 3rd. For how many people?', {
      speaker: step('places'),
    }),
    lineIn('person', at + 4 * minute, 'Two. But can I talk to somebody about the level first?'),
    factOf('opened', at + 4 * minute, 'handoff_opened', null, { team: 'courses', reason: 'asked' }),
    lineOut('soon', at + 4 * minute + 2_000, 'Of course. One of us answers within the hour.', {
      speaker: step('to a person'),
    }),
    lineOut('tip', at + 15 * minute, 'Your June reminder: bring an apron and short nails.', {
      ...{ state: 'not_sent', basis: null, speaker: step('reminder') },
      reason: 'A person has taken over: the bot is silent.',
    }),
  ];
}

function withPeople(at: number): TimelineItem[] {
  return [
    factOf('taken', at, 'handoff_taken', ida.name),
    lineOfPerson(
      'hello',
      at + minute,
      'Hi Mara, this is Ida. Two evenings are quite enough: half of the group begin.',
      ida.name,
    ),
    lineIn('relief', at + 6 * minute, 'That is a relief! And both of us can have a wheel of our own?'),
    noteOf('note-1', at + 8 * minute, ida, '@Sam Okafor do we have eight wheels on Wednesdays, or seven?', [
      sam,
    ]),
    noteOf(
      'note-2',
      at + 19 * minute,
      sam,
      'Eight, the repaired one is back. Keep two for her, I have not told anybody else.',
    ),
    lineOfPerson(
      'wheels',
      at + 21 * minute,
      'Yes: there are eight wheels and you have one each, all evening.',
      ida.name,
      {
        state: 'delivered',
      },
    ),
    lineOfPerson('keep', at + 22 * minute, 'I keep two places for you until tomorrow at noon.', ida.name, {
      ...{ state: 'unknown', reason: 'Instagram did not answer, so nobody knows whether this arrived.' },
    }),
    lineIn('english', at + 48 * minute, 'Perfect. Is it also taught in English? My sister would come along.'),
  ];
}
