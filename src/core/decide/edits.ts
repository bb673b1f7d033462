import type { Frame, Run } from '../conversation.js';
import type { Flow } from '../flow.js';
import { migrationRefusal } from '../migration.js';
import type { Draft } from './draft.js';
import { startRating, startRun } from './run.js';
import { flowOf, visitId } from './run-state.js';

/**
 * Takes the open run along to edited flows, as far as their policies ask for it: a frame of a flow that `migrate`s goes on
 * at the newest version, from the step of the same id. The timer of the present visit goes on with it, since neither the
 * step nor the visit changes its name.
 */
export function migrateRun(draft: Draft): void {
  const { run } = draft.conversation;
  if (run === null) return;
  const frames = run.frames.map((frame) => migrateFrame(draft, run, frame));
  if (frames.some((frame, index) => frame !== run.frames[index])) draft.change({ run: { ...run, frames } });
}

/**
 * Begins the run anew where its flow has been edited and `restart`s: only when the contact writes, so that nobody who has
 * gone quiet is written to.
 *
 * @returns Whether it did.
 */
export function restartEditedRun(draft: Draft): boolean {
  const [bottom] = draft.conversation.run?.frames ?? [];
  const newest = bottom && newerVersion(draft, bottom);
  if (newest?.onEdit !== 'restart') return false;
  draft.note('version', `${newest.name} has been edited since: it begins anew`);
  const { rates } = draft.conversation.run ?? {};
  if (rates === undefined) startRun(draft, newest);
  else startRating(draft, newest, rates);
  return true;
}

function migrateFrame(draft: Draft, run: Run, frame: Frame): Frame {
  const newest = newerVersion(draft, frame);
  if (newest?.onEdit !== 'migrate') return frame;
  const refusal = migrationRefusal(flowOf(draft, frame), newest, frame.step);
  const fate = refusal === null ? 'goes on in the edited flow' : `finishes as it began: ${refusal}`;
  draft.note('version', `${visitId(run)} of ${frame.flow} ${fate}`);
  return refusal === null ? { ...frame, version: newest.version } : frame;
}

function newerVersion({ workspace }: Draft, { flow, version }: Frame): Flow | undefined {
  const newest = workspace.flows.get(flow);
  return newest?.version === version ? undefined : newest;
}
