import type { Platform } from '../channels/platform.js';
import { createTelegramPlatform } from '../channels/telegram/platform.js';
import { createXPlatform } from '../channels/x/platform.js';
import type { Transport } from '../channels/transport.js';
import type { Config, Secrets } from '../config.js';
import { createMetaPlatform } from './meta-platform.js';

/** Every platform that can be connected, a line each. */
export function connectPlatforms(
  config: Config,
  secrets: Secrets,
  transport: Transport,
): readonly Platform[] {
  return [
    createMetaPlatform({ transport, ...config.meta, verifyToken: secrets.metaVerifyToken ?? '' }),
    createTelegramPlatform({ transport, baseUrl: config.telegramUrl }),
    createXPlatform({ transport, baseUrl: config.xUrl }),
  ];
}
