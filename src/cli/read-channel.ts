import { capabilities } from '../core/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import { didYouMean } from '../flow/nearest-word.js';
import { UsageError } from './command.js';

/** A channel that a call names. */
export function readChannel(name: string): SupportedChannel {
  if (Object.hasOwn(capabilities, name)) return name as SupportedChannel;
  const channels = Object.keys(capabilities);
  const hint = didYouMean(name, channels) ?? `There are ${channels.join(', ')}.`;
  throw new UsageError(`There is no channel "${name}". ${hint}`);
}
