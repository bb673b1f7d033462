import type { z } from 'zod';
import type { countQueue, listQueue, queueItemAnswer, savedViewAnswer } from '../../../../contract/queue.js';

export type QueueItem = z.output<typeof queueItemAnswer>;
export type QueuePage = z.output<(typeof listQueue)['answer']>;
export type QueueCounts = z.output<(typeof countQueue)['answer']>;
export type TeamCount = QueueCounts['teams'][number];
export type SavedView = z.output<typeof savedViewAnswer>;
