import type { z } from 'zod';
import type { readInvitation } from '../../../contract/identity.js';

/** What a link lets somebody do, as the API has it. */
export type Invitation = z.output<(typeof readInvitation)['answer']>;
