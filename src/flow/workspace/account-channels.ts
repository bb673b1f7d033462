import { channelNames } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';

export type ConnectableChannel = Exclude<SupportedChannel, 'simulator'>;

/** Channels on which an account can be connected; the simulator needs none. */
export const connectableChannels: readonly ConnectableChannel[] = channelNames.filter(
  (name) => name !== 'simulator',
);
