import type { RecognisedCommand } from '../command.js';
import type { Flow, Template, TemplatePart } from '../flow.js';
import type { Draft } from './draft.js';
import { flowOf, openQuestion, type Place } from './run-state.js';

/**
 * Whether these texts show what the contact said in confidence: a sensitive answer, or what came of one. In any language
 * that they are written in, since which one is spoken may change.
 *
 * @param place Null: the texts belong to no flow, and know no answers.
 */
export function showSensitive(
  { conversation }: Draft,
  place: Pick<Place, 'frame'> | null,
  templates: readonly Template[],
): boolean {
  const answers = place?.frame.context.sensitive ?? [];
  const { sensitiveFields: fields = [] } = conversation.contact;
  if (answers.length + fields.length === 0) return false;
  const isSensitive = (part: TemplatePart): boolean => {
    if (typeof part === 'string') return false;
    if ('byLanguage' in part) return Object.values(part.byLanguage).flat().some(isSensitive);
    return (
      (part.source === 'answer' && answers.includes(part.name)) ||
      (part.source === 'contact' && fields.includes(part.name))
    );
  };
  return templates.flat().some(isSensitive);
}

/** What is to be done about something heard, as far as it matters here. */
interface Chosen {
  readonly kind: string;
  readonly command?: RecognisedCommand;
}

/**
 * Whether what was just heard is said in confidence: it answers a sensitive question, or tries to. What starts a flow, and
 * a message that is a command and nothing else, are words that we gave out ourselves; STOP is proved by its own words (P10).
 * Where a flow has lost its question, nobody knows what it was.
 */
export function isConfided(draft: Draft, chosen: Chosen): boolean {
  const { kind, command } = chosen;
  if (draft.conversation.run === null || kind === 'start') return false;
  if (command !== undefined && (command.command === 'stop' || command.certainty === 'word')) return false;
  const open = openQuestion(draft);
  return open === null ? kind === 'miss' : open.question.isSensitive === true;
}

/** Whether what waits now may turn out to answer a sensitive question, of the open run or of a flow that begins meanwhile. */
export function mayBeConfided(draft: Draft): boolean {
  const { conversation, workspace } = draft;
  const open = (conversation.run?.frames ?? []).map((frame) => flowOf(draft, frame));
  return [...workspace.flows.values(), ...open].some((flow) => flow === undefined || asksSensitive(flow));
}

const known = new WeakMap<Flow, boolean>();

function asksSensitive(flow: Flow): boolean {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const asks = [...flow.steps.values()].some(({ question }) => question?.isSensitive === true);
  known.set(flow, asks);
  return asks;
}
