import type { ButtonTemplate, SayExtras, Template } from './flow.js';

/** Every text that goes with one that is said, and that may hold placeholders. */
export function textsOfExtras({
  media,
  cards = [],
  buttons = [],
  quickReplies = [],
  outsideWindow,
}: SayExtras): readonly Template[] {
  return [
    ...(media === undefined ? [] : [media.alt]),
    ...cards.flatMap(({ title, text, button }) => [title, text, ...titleOf(button)]),
    ...buttons.flatMap(titleOf),
    ...quickReplies,
    ...(outsideWindow?.template?.parameters ?? []),
  ];
}

function titleOf(button: ButtonTemplate | null): readonly Template[] {
  return button?.title ? [button.title] : [];
}
