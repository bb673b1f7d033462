import type { Access } from '../../contract/endpoint.js';
import { sessionCookie } from './exchange.js';

/** The two ways to show who asks, as OpenAPI describes them. */
export const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'For programs: the server’s API_TOKEN.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'For people: what signing in gives to their browser. Pages of other servers cannot use it.',
  },
} as const;

type Requirement = Readonly<Partial<Record<keyof typeof securitySchemes, readonly []>>>;

const byToken: Requirement = { token: [] };
const bySession: Requirement = { session: [] };

/** What an address wants to be shown: one of these; of an empty list nothing. */
export function securityOf(access: Access): readonly Requirement[] {
  switch (access.who) {
    case 'anybody':
      return [];
    case 'programs':
      return [byToken];
    case 'half_signed_in':
    case 'people':
      return [bySession];
    case 'allowed':
      return access.programs ? [byToken, bySession] : [bySession];
  }
}

/** How it refuses those for whom it is not. */
export function refusalsOf(access: Access): readonly string[] {
  return access.who === 'anybody' ? ['401', '429'] : ['401', '403', '429'];
}
