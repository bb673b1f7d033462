import type { Placement } from './placement-fields.js';

interface PlacementBody {
  readonly role: Placement['role'];
  readonly workspaces: string[] | null;
  readonly teams: string[];
  readonly capacity: number;
}

/** As the API takes it. */
export function placementBody({ role, workspaces, teams, capacity }: Placement): PlacementBody {
  return {
    role,
    workspaces: workspaces === null ? null : [...workspaces],
    teams: [...teams],
    capacity: Number(capacity === '' ? '0' : capacity),
  };
}
