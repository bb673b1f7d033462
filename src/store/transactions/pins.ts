import type { Conversation } from '../../core/conversation.js';

/** Flow versions that an open run may still need: its frames' own, as `[flow, version]`. */
export type Pins = readonly (readonly [flow: string, version: string])[];

/** Versions that the open run needs (P8); null: no run is open. */
export function pinsOf({ run }: Conversation): Pins | null {
  if (run === null) return null;
  const versions = new Map(
    run.frames.map(({ flow, version }) => [`${flow}@${version}`, [flow, version] as const]),
  );
  return [...versions.values()];
}
