import { isOpenAt, nextOpeningAfter } from '../office-hours.js';
import type { TriggerFacts } from '../trigger-match.js';
import type { Draft } from './draft.js';
import type { Heard } from './heard.js';

/** What a contact wrote or pressed, as triggers look at it. Few workspaces look at the calendar: only then is it asked. */
export function triggerFactsOf(draft: Draft, heard: Heard): TriggerFacts {
  const { conversation, workspace } = draft;
  const { text, postback, ref, ad, isStoryReply, isStoryMention } = heard;
  return {
    text,
    postback,
    ref,
    ad,
    isStoryReply,
    isStoryMention,
    // Who names us in a story of their own has written nothing to us.
    isMessage: draft.event.kind !== 'referralReceived' && !isStoryMention,
    // What takes any message takes none from a run that is under way.
    isFirst: conversation.run === null && conversation.lastContactEventId === null,
    isOutsideHours:
      conversation.run === null && workspace.triggers.outsideHours.length > 0 && isNewlyClosed(draft),
    language: conversation.contact.language ?? null,
  };
}

/** Remembers that this contact was told that we are closed, until we have been open again. */
export function noteToldClosed(draft: Draft): void {
  draft.change({ toldClosedUntil: closedUntil(draft) });
}

function isNewlyClosed(draft: Draft): boolean {
  if (isOpenAt(draft.workspace, draft.now)) return false;
  return draft.conversation.toldClosedUntil !== closedUntil(draft);
}

/** The moment that names this closed period; 0: a calendar that never opens. */
function closedUntil({ workspace, now }: Draft): number {
  return nextOpeningAfter(workspace, now) ?? 0;
}
