import type { FlowNotes } from './flow-source.js';
import type { SourceNode } from './yaml/source-node.js';

type LostAnswers = Pick<FlowNotes, 'lostAnswers'>;

/** No answer can have this name: it stands for those whose names are not known. */
const anyAnswer = '*';

/** Whether a step that could not be read may have saved this answer: then nothing is known of it. */
export function isLostAnswer(name: string, { lostAnswers }: LostAnswers): boolean {
  return lostAnswers.has(name) || lostAnswers.has(anyAnswer);
}

/** Notes what a step that could not be read would have saved, itself or by the steps inside it. */
export function noteLostAnswers(node: SourceNode, notes: LostAnswers): void {
  if (node.kind === 'list') for (const item of node.items) noteLostAnswers(item, notes);
  if (node.kind !== 'map') return;
  // A code is saved also where no name is given; what a look-up tells stands in workspace.yaml, under names of its own.
  if (node.entries.has('coupon') || node.entries.has('lookup')) notes.lostAnswers.add(anyAnswer);
  for (const [key, { value }] of node.entries) {
    if (key === 'save') noteLostNames(value, notes);
    else noteLostAnswers(value, notes);
  }
}

/** `save: name`, `save: [name, other]` or `save: { ours: theirs }`. */
function noteLostNames(saved: SourceNode, { lostAnswers }: LostAnswers): void {
  if (saved.kind === 'scalar') lostAnswers.add(String(saved.value));
  if (saved.kind === 'list')
    for (const name of saved.items) if (name.kind === 'scalar') lostAnswers.add(String(name.value));
  if (saved.kind === 'map') for (const name of saved.entries.keys()) lostAnswers.add(name);
}
