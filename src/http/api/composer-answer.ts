import type { z } from 'zod';
import type { deskAnswer } from '../../contract/desk.js';
import { capabilities } from '../../core/channel.js';
import type { TextLimit } from '../../core/channel-capabilities.js';
import type { Conversation } from '../../core/conversation.js';
import { personMayWrite, sendableTemplates, type PersonMayWrite } from '../../core/person-may-write.js';
import { explainRefusal } from '../../core/refusal-words.js';
import type { Workspace } from '../../core/workspace.js';
import { showMomentOrNull } from './show-moment.js';

type Composer = z.input<typeof deskAnswer>['composer'];

export function showComposer(
  conversation: Conversation,
  workspace: Workspace | undefined,
  now: number,
): Composer {
  const { text, media } = capabilities[conversation.channel];
  const may = personMayWrite(conversation, now);
  const templates = sendableTemplates(conversation, workspace?.templates.values() ?? [], now);
  return {
    may_write: may.now !== null,
    basis: may.now?.basis ?? null,
    closes_at: showMomentOrNull(may.now?.until ?? null),
    then: may.then && { basis: may.then.basis, until: showMomentOrNull(may.then.until) },
    ...tellWhyNot(conversation, may.refusal),
    text: { most: text.size, unit: unitOf(text) },
    attachments: [...media.kinds],
    templates: templates.map(({ refusal, ...template }) => ({
      ...template,
      may_send: refusal === null,
      ...tellWhyNot(conversation, refusal),
    })),
  };
}

function tellWhyNot(
  conversation: Conversation,
  refusal: PersonMayWrite['refusal'],
): Pick<Composer, 'refusal' | 'explanation'> {
  const isFirst = refusal === 'window_closed' && conversation.lastContactAt === null;
  const told = isFirst ? 'nothing_written' : refusal;
  return { refusal: told, explanation: explain(conversation, told) };
}

function explain({ blocked }: Conversation, refusal: Composer['refusal']): string | null {
  switch (refusal) {
    case null:
      return null;
    case 'blocked':
      return `${blocked?.by.name ?? 'Somebody'} has called this contact spam. Take that back first.`;
    case 'stopped':
      return 'The contact said STOP. You may answer when they write again.';
    case 'nothing_written':
      return 'The contact has not written yet, so that nothing may be written to them.';
    default:
      return explainRefusal(refusal);
  }
}

/** Those that count characters count the code units of UTF-16. */
function unitOf({ unit }: TextLimit): Composer['text']['unit'] {
  return unit === 'characters' ? 'utf16' : unit;
}
