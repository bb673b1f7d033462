import type { PersonReplied, PersonSentTemplate } from '../engine-event.js';
import type { Speaker } from '../message.js';
import { basisOfReply } from '../permission.js';
import type { Draft } from './draft.js';
import { noteTeamAnswered } from './handoff-clock.js';
import { notePerson } from './ownership.js';
import { filledTemplate } from './outside-window.js';
import { speak, speakBody } from './speak.js';
import { takeOver, type Doer } from './take-over.js';

/** A person's answer; taking over is implied. After STOP it needs a message that the contact wrote since. */
export function decideReply(draft: Draft, event: PersonReplied): void {
  const { text, media = [] } = event;
  answer(draft, event, (speaker) => {
    const basis = basisOfReply(draft.conversation, draft.now);
    for (const medium of media) speak(draft, { text: '', media: medium, speaker, basis });
    speak(draft, { text, speaker, basis });
  });
}

/** What the platform has approved may be sent when nothing else may. */
export function decideTemplateReply(draft: Draft, event: PersonSentTemplate): void {
  const definition = draft.workspace.templates.get(event.template);
  const approved = definition?.texts[event.language];
  if (definition === undefined || approved === undefined) {
    draft.note('template', `there is no ${event.template} in ${event.language} any more`);
    return;
  }
  answer(draft, event, (speaker) => {
    const { channel } = draft.conversation;
    const body = filledTemplate(channel, { name: definition.platformName, approved, gaps: event.gaps });
    speakBody(draft, { speaker, basis: { kind: 'template', topic: definition.topic } }, body);
  });
}

/** What may not be sent is no answer: the contact goes on waiting. */
function answer(draft: Draft, doer: Doer, say: (speaker: Speaker) => void): void {
  takeOver(draft, doer);
  notePerson(draft);
  const before = draft.spoken;
  const { person: name, personId: id } = doer;
  say({ kind: 'person', name, ...(id !== undefined && { id }) });
  if (draft.spoken > before) noteTeamAnswered(draft);
}
