import { accountRoutes } from './account-routes.js';
import { attachmentRoute } from './attachment-route.js';
import { contactRoutes } from './contact-routes.js';
import { conversationRoutes } from './conversation-routes.js';
import { deskRoutes } from './desk-routes.js';
import { flowRoutes } from './flow-routes.js';
import { handoffRoutes } from './handoff-routes.js';
import { invitationRoutes } from './invitation-routes.js';
import { liveRoutes } from './live-routes.js';
import { meRoutes } from './me-routes.js';
import { peopleRoutes } from './people-routes.js';
import { queueRoutes } from './queue-routes.js';
import { replyRoutes } from './reply-routes.js';
import { sessionRoutes } from './session-routes.js';
import { uploadRoute } from './upload-route.js';
import { outcomeRoutes } from './outcome-routes.js';
import { viewRoutes } from './view-routes.js';
import type { FileRoute } from './file-route.js';
import type { Route } from './route.js';
import type { StreamRoute } from './stream-route.js';

/** Everything that the machine API serves: mounted and described from these lines alone. */
export const routeTable: readonly (Route | FileRoute | StreamRoute)[] = [
  ...handoffRoutes,
  ...queueRoutes,
  ...conversationRoutes,
  ...deskRoutes,
  attachmentRoute,
  uploadRoute,
  ...outcomeRoutes,
  ...contactRoutes,
  ...flowRoutes,
  ...liveRoutes,
  ...accountRoutes,
  ...sessionRoutes,
  ...invitationRoutes,
  ...meRoutes,
  ...peopleRoutes,
  ...replyRoutes,
  ...viewRoutes,
];
