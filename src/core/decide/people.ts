import { everything } from '../consent.js';
import type { NoteAdded, PersonsDeed, TagsChanged, WithdrawalReported } from '../engine-event.js';
import { decideBlock, decideHandBack, decideResolution } from './closing.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { decideAssignment, decideSnooze } from './handoff-deeds.js';
import { addTags, removeTags } from './remember.js';
import { decideReply, decideTemplateReply } from './reply.js';
import { takeOver } from './take-over.js';

/** Decides what people do to a conversation. */
export function decideDeed(draft: Draft, event: PersonsDeed): void {
  switch (event.kind) {
    case 'personTookOver':
      return takeOver(draft, event);
    case 'personReplied':
      return decideReply(draft, event);
    case 'personSentTemplate':
      return decideTemplateReply(draft, event);
    case 'handedBack':
      return decideHandBack(draft, event);
    case 'handoffResolved':
      return decideResolution(draft, event);
    case 'handoffAssigned':
      return decideAssignment(draft, event);
    case 'handoffSnoozed':
      return decideSnooze(draft, event);
    case 'noteAdded':
      return addNote(draft, event);
    case 'tagsChanged':
      return changeTags(draft, event);
    case 'contactBlocked':
      return decideBlock(draft, event);
    case 'contactsMerged':
      return draft.note('merge', `${event.person} says that two contacts are one human`);
    case 'withdrawalReported':
      return decideWithdrawalReport(draft, event);
  }
}

function addNote(draft: Draft, { id, person: author, personId, text, mentions }: NoteAdded): void {
  const note = { id, author, authorId: personId ?? null, text, mentions, at: draft.now };
  draft.ask({ kind: 'addNote', note });
}

function changeTags(draft: Draft, { add, remove }: TagsChanged): void {
  removeTags(draft, remove);
  addTags(draft, add);
}

/** Withdrawn off the platform: obeyed like STOP, without a confirmation that nobody asked for here. */
function decideWithdrawalReport(draft: Draft, { purpose }: WithdrawalReported): void {
  if (purpose === everything) {
    withdrawEverything(draft, {
      actor: 'person',
      flow: null,
      rule: 'withdrawal_reported',
      isConfirmed: false,
    });
    return;
  }
  recordConsent(draft, { change: 'withdrawn', purpose, notice: null, actor: 'person', flow: null });
}
