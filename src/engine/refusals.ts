import { everything } from '../core/consent.js';
import type { Conversation } from '../core/conversation.js';
import type { Basis, Refusal } from '../core/message.js';
import { basisOfReply, maySend } from '../core/permission.js';
import { explainRefusal } from '../core/refusal-words.js';
import type { Workspace } from '../core/workspace.js';
import { gapsIn } from '../flow/workspace/template-body.js';
import { refusal } from './act.js';
import type { HandingBack, RefusedBecause, RefusedDeed, Reply, TemplateReply } from './deeds.js';

const reasons: Partial<Readonly<Record<Refusal, RefusedBecause>>> = {
  stopped: 'stopped',
  unreachable: 'unreachable',
  channel_cannot: 'channel_cannot',
  no_consent: 'no_consent',
};

/** Said at once, so that a person does not write into the void; the claim checks again all the same. */
export function refuseReply(
  conversation: Conversation,
  { text, media = [] }: Reply,
  now: number,
): RefusedDeed | null {
  if (text === '' && media.length === 0)
    return refusal('nothing_to_say', 'Write something, or send something along.');
  return refuseBlocked(conversation) ?? refuseBasis(conversation, basisOfReply(conversation, now), now);
}

function refuseBasis(conversation: Conversation, basis: Basis, now: number): RefusedDeed | null {
  const { epoch } = conversation.ownership;
  const refused = maySend(conversation, { basis, speaker: { kind: 'person', name: '' }, epoch }, now);
  return refused === null ? null : refusal(reasons[refused] ?? 'window_closed', explainRefusal(refused));
}

export function refuseBlocked({ blocked }: Conversation): RefusedDeed | null {
  return blocked
    ? refusal('blocked', `${blocked.by.name} has called this contact spam. Take that back first.`)
    : null;
}

export function refuseTemplate(
  conversation: Conversation,
  { templates }: Workspace,
  { template, language, gaps }: TemplateReply,
  now: number,
): RefusedDeed | null {
  const definition = templates.get(template);
  if (definition === undefined)
    return refusal('unknown_template', `There is no template "${template}".${listed([...templates.keys()])}`);
  const { texts, topic } = definition;
  const approved = Object.hasOwn(texts, language) ? texts[language] : undefined;
  if (approved === undefined)
    return refusal(
      'unknown_template',
      `"${template}" is not approved in "${language}".${listed(Object.keys(texts))}`,
    );
  const wanted = gapsIn(approved.body).length;
  if (gaps.length !== wanted)
    return refusal(
      'unknown_template',
      `"${template}" has ${String(wanted)} gaps, and ${String(gaps.length)} were filled.`,
    );
  return refuseBlocked(conversation) ?? refuseBasis(conversation, { kind: 'template', topic }, now);
}

export function refuseHandingBack(
  conversation: Conversation,
  { flows }: Workspace,
  { flow, step }: HandingBack,
): RefusedDeed | null {
  const blocked = refuseBlocked(conversation);
  if (blocked !== null || flow === null) return blocked;
  const found = flows.get(flow);
  if (found === undefined)
    return refusal('unknown_flow', `There is no flow "${flow}".${listed([...flows.keys()])}`);
  if (step === null || found.steps.has(step)) return null;
  return refusal('unknown_step', `The flow "${flow}" has no step "${step}" any more.`);
}

export function refuseWithoutHandoff({ handoff }: Conversation): RefusedDeed | null {
  return handoff === null ? refusal('no_open_handoff', 'This conversation has no open handoff.') : null;
}

export function refuseTeam({ teams }: Workspace, team: string | undefined): RefusedDeed | null {
  if (team === undefined || teams.has(team)) return null;
  return refusal('unknown_team', `There is no team "${team}".${listed([...teams.keys()])}`);
}

export function refusePurpose({ topics }: Workspace, purpose: string): RefusedDeed | null {
  if (purpose === everything || topics.has(purpose)) return null;
  return refusal(
    'unknown_purpose',
    `There is no purpose "${purpose}".${listed([everything, ...topics.keys()])}`,
  );
}

function listed(known: readonly string[]): string {
  return known.length === 0 ? '' : ` There are: ${known.join(', ')}.`;
}
