import type { CaseFile, Outgoing } from './case-file.js';
import type { Meaning, Send } from './record.js';

/** How long after the contact's last sign a business may write freely, ms (Instagram and Messenger). */
const replyWindow = 24 * 3_600_000;
/** How long a person may, under the tag for people, ms. */
const personWindow = 7 * replyWindow;
const unsent: ReadonlySet<Outgoing['state']> = new Set(['not_sent', 'cancelled']);
const explained: ReadonlySet<Outgoing['state']> = new Set(['failed', 'unknown']);

/** P6: whatever goes out has a basis that holds then; whatever does not says why. P9: each line names its event. */
export function findUnpermitted(file: CaseFile): readonly string[] {
  return [
    ...file.record.sends.flatMap((send) => problemsOfSend(file, send)),
    ...file.messages.flatMap((message) => problemsOfLine(file, message)),
  ];
}

function problemsOfSend(file: CaseFile, send: Send): readonly string[] {
  const message = file.messageOf(send);
  const hasBasis = message !== undefined && holdsBasis(file, message);
  return [
    ...(isWindowOpen(file, send, message) ? [] : [`"${send.text}" went out after the reply window`]),
    ...(hasBasis ? [] : [`"${send.text}" went out on the basis ${JSON.stringify(message?.basis)}`]),
  ];
}

function isWindowOpen({ record }: CaseFile, { begun }: Send, message: Outgoing | undefined): boolean {
  const window = message?.basis?.kind === 'human_agent' ? personWindow : replyWindow;
  const signs = record.fed.filter((fed) => fed.isSign && fed.handed.place < begun.place);
  return signs.some(({ occurredAt }) => begun.at < occurredAt + window);
}

/** Whether the event that a message came of is one that gives its basis. */
function holdsBasis(file: CaseFile, message: Outgoing): boolean {
  const { basis, speaker } = message;
  const cause = file.causeOf(message);
  if (speaker?.kind === 'person') return cause?.kind === 'personReplied' && isPersonsBasis(file, basis);
  if (basis?.kind === 'confirmation') return asksFor[basis.of].has(cause?.fed?.meaning);
  return basis?.kind === 'reply_window';
}

function isPersonsBasis(file: CaseFile, basis: Outgoing['basis']): boolean {
  if (basis?.kind !== 'person_after_stop') return basis?.kind === 'person' || basis?.kind === 'human_agent';
  return file.entryOf(basis.answers)?.fed?.isSign === true;
}

const asksFor: Readonly<Record<'stop' | 'start' | 'help', ReadonlySet<Meaning | undefined>>> = {
  stop: new Set(['stop', 'leave']),
  start: new Set(['start']),
  help: new Set(['help']),
};

function problemsOfLine(file: CaseFile, message: Outgoing): readonly string[] {
  const { state, refusal, explanation, body } = message;
  return [
    ...(unsent.has(state) && refusal === null ? [`"${body.text}" is ${state ?? ''} without a reason`] : []),
    ...(explained.has(state) && explanation === null
      ? [`"${body.text}" is ${state ?? ''} without an explanation`]
      : []),
    ...(file.causeOf(message) === undefined ? [`"${body.text}" came of no event`] : []),
  ];
}
