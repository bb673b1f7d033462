import type { Platform } from '../platform.js';
import { createXChannel, type XOptions } from './channel.js';
import { xWebhook } from './webhook.js';

export function createXPlatform(options: XOptions): Platform {
  return { webhook: xWebhook, channels: [createXChannel(options)] };
}
