import { common } from './en/common.js';
import { conversation } from './en/conversation.js';
import { queue } from './en/queue.js';
import { search } from './en/search.js';
import { settings } from './en/settings.js';
import { shell } from './en/shell.js';
import { signingIn } from './en/signing-in.js';
import { times } from './en/times.js';

export const en = { common, conversation, queue, search, settings, shell, signingIn, times };

/** Everything that the pages say, by the part of the pages that says it. */
export type Words = typeof en;
