import { common } from './de/common.js';
import { conversation } from './de/conversation.js';
import { queue } from './de/queue.js';
import { search } from './de/search.js';
import { settings } from './de/settings.js';
import { shell } from './de/shell.js';
import { signingIn } from './de/signing-in.js';
import { times } from './de/times.js';
import type { Words } from './en.js';

export const de: Words = { common, conversation, queue, search, settings, shell, signingIn, times };
