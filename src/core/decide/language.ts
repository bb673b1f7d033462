import { guessLanguage } from '../languages/guess-language.js';
import type { Draft } from './draft.js';

/**
 * Languages to speak in, the best first: the contact's own, or where it is not known the one that they just used, then
 * the workspace's in their order.
 */
export function languagesOf({ conversation, workspace }: Draft, justUsed?: string): readonly string[] {
  const own = conversation.contact.language ?? justUsed;
  return own === undefined ? workspace.languages : [own, ...workspace.languages];
}

/** Takes the language that a contact writes in, once one of the workspace's is plain to see. */
export function hearLanguage(draft: Draft, text: string): void {
  const { conversation, workspace } = draft;
  if (workspace.languages.length < 2 || conversation.contact.language !== undefined) return;
  const language = guessLanguage(text, workspace.languages);
  if (language !== null) learnLanguage(draft, language);
}

/** One that the workspace does not speak is of no use, and is not kept. */
export function learnLanguage(draft: Draft, language: string): void {
  const { contact } = draft.conversation;
  const spoken = draft.workspace.languages.find((one) => one === language.toLowerCase());
  if (spoken === undefined || contact.language === spoken) return;
  draft.change({ contact: { ...contact, language: spoken } });
  draft.note('language', spoken);
}
