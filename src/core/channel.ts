import type { ChannelCapabilities } from './channel-capabilities.js';
import { instagram } from './channels/instagram.js';
import { messenger } from './channels/messenger.js';
import { simulator } from './channels/simulator.js';
import { telegram } from './channels/telegram.js';
import { whatsapp } from './channels/whatsapp.js';
import { x } from './channels/x.js';

/** The platforms on which a follower can write to us. `simulator` is our own, for trying flows out. */
export const channelNames = ['instagram', 'messenger', 'whatsapp', 'telegram', 'x', 'simulator'] as const;

export type SupportedChannel = (typeof channelNames)[number];

/** What each of them can carry. */
export const capabilities: Readonly<Record<SupportedChannel, ChannelCapabilities>> = {
  instagram,
  messenger,
  whatsapp,
  telegram,
  x,
  simulator,
};
