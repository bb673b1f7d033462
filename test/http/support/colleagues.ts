import type { User } from '../../../src/inbox/identity/signed-in.js';
import { noon } from './people.js';

/** An agent of one workspace, unless it is said otherwise. */
export const kim: User = {
  id: 'kim',
  name: 'Kim',
  email: 'kim@studio.example',
  role: 'agent',
  workspaces: ['studio'],
  teams: [],
  capacity: 5,
  isDisabled: false,
  hasSecondFactor: false,
  availability: 'available',
  language: null,
  timeZone: null,
  createdAt: noon,
  lastSeenAt: null,
};
