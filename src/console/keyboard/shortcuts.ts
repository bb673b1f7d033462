import { Registry } from './registry.js';

export interface Shortcut {
  /** `j`, `?`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+Enter`, `Escape`; with a space between them one after another: `g i`. */
  readonly keys: string;
  /** What it does, for the help. */
  readonly label: string;
  /** The part of the pages under which the help lists it. */
  readonly area: string;
  /** Also while a text is being written; with `mod` always. */
  readonly worksInFields: boolean;
  readonly run: () => void;
}

export const shortcuts = new Registry<Shortcut>();

const patienceMs = 1_200;

/** Listens to the keyboard until the returned function is called. */
export function followKeyboard(): () => void {
  let before = '';
  let forgetting: number | undefined;

  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    const key = nameOf(event);
    const typed = before === '' ? key : `${before} ${key}`;
    window.clearTimeout(forgetting);
    before = '';
    const usable = shortcuts.list().filter((shortcut) => isUsable(shortcut, event));
    const meant =
      usable.findLast(({ keys }) => keys === typed) ?? usable.findLast(({ keys }) => keys === key);
    if (meant !== undefined) {
      event.preventDefault();
      meant.run();
    } else if (usable.some(({ keys }) => keys.startsWith(`${typed} `))) {
      before = typed;
      forgetting = window.setTimeout(() => {
        before = '';
      }, patienceMs);
    }
  };

  document.addEventListener('keydown', press);
  return () => {
    window.clearTimeout(forgetting);
    document.removeEventListener('keydown', press);
  };
}

function isModifier(key: string): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(key);
}

/** The key by what it writes, so that `?` is `?` on every keyboard; `shift` is named where it writes nothing. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'Space' : key;
  const withMod = ctrlKey || metaKey;
  const parts = [
    ...(withMod ? ['mod'] : []),
    ...(altKey && !withMod && name.length > 1 ? ['alt'] : []),
    ...(shiftKey && (name.length > 1 || withMod) ? ['shift'] : []),
  ];
  return [...parts, withMod ? name.toLowerCase() : name].join('+');
}

function isUsable({ keys, worksInFields }: Shortcut, { target }: KeyboardEvent): boolean {
  const withMod = keys.startsWith('mod+');
  if (!(target instanceof Element)) return true;
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return false;
  return withMod || worksInFields || !isField(target);
}

function isField(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.closest('textarea, select, [contenteditable=true]') !== null;
}
