import type { StartButton } from '../core/workspace.js';
import type { Happening } from '../flow/transcript/happening.js';
import { isSameText } from '../flow/transcript/same-text.js';

/** A press on what the platform shows before the chat or beside it, by its title; else on a button with that payload. */
export function pressOf(
  buttons: readonly StartButton[],
  name: string,
): Extract<Happening, { readonly kind: 'postback' }> {
  const shown = buttons.find(({ title }) => isSameText(title, name));
  return shown === undefined
    ? { kind: 'postback', payload: name }
    : { kind: 'postback', payload: shown.payload, title: shown.title };
}
