import type { Platform } from '../platform.js';
import { createTelegramChannel, type TelegramOptions } from './channel.js';
import { telegramWebhook } from './webhook.js';

export function createTelegramPlatform(options: TelegramOptions): Platform {
  return { webhook: telegramWebhook, channels: [createTelegramChannel(options)] };
}
