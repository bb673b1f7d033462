import { capabilities } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { TriggerName } from '../definition.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';

const meta: readonly SupportedChannel[] = ['instagram', 'messenger'];

/**
 * Where there is such a thing; left out: everywhere. Ice breakers and menus are set up by us, on Telegram the menu is the
 * list of the bot's commands; what else is here comes from the platform (platforms reference §3.1, §4.2, §6.1, §7.2).
 */
const whereThereAre: Partial<Record<TriggerName, readonly SupportedChannel[]>> = {
  story_reply: ['instagram'],
  story_mention: ['instagram'],
  ad: [...meta, 'whatsapp'],
  ref: [...meta, 'telegram'],
  ice_breaker: meta,
  menu: [...meta, 'telegram'],
};

const words: Partial<Record<TriggerName, string>> = {
  comment: 'Comments are not answered',
  story_reply: 'There are no replies to stories',
  story_mention: 'There are no mentions in stories',
  ad: 'There are no ads that open a chat',
  ref: 'There are no links that carry a ref',
  ice_breaker: 'There are no ice breakers',
  menu: 'There is no menu',
};

/** A start that none of the workspace's accounts can give; the simulator plays them all. */
export function checkStartChannels(
  name: TriggerName,
  channels: readonly SupportedChannel[],
  place: Place,
  report: Report,
): void {
  if (channels.length === 0 || channels.some((channel) => has(channel, name))) return;
  report.warning(
    place,
    'start-never-given',
    `${words[name] ?? 'That does not happen'} on ${channels.join(' and ')}.`,
    { hint: `Nothing comes of this line while no account on ${givers(name).join(' or ')} is connected.` },
  );
}

function has(channel: SupportedChannel, name: TriggerName): boolean {
  return channel === 'simulator' || givers(name).includes(channel);
}

function givers(name: TriggerName): readonly SupportedChannel[] {
  const all = Object.keys(capabilities) as readonly SupportedChannel[];
  if (name === 'comment') {
    return all.filter((channel) => channel !== 'simulator' && capabilities[channel].comments !== null);
  }
  return whereThereAre[name] ?? all;
}
