import './toast.css';
import { X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useWords } from '../words/use-words.js';
import { Button, IconButton } from './button.js';

interface Saying {
  readonly kind: 'done' | 'problem' | 'news';
  readonly words: string;
  readonly why?: string;
  /** What may be done about it: `Undo`. */
  readonly deed?: { readonly label: string; readonly onPress: () => void };
}

const queue = new ToastQueue<Saying>({ maxVisibleToasts: 3 });

/** Long enough to be read and reached; screen readers hear it at once. */
const lastsMs = 6_000;

/** Says something at the foot of the page; problems stay until they are closed. Returns how to take it back. */
export function say(saying: Saying): () => void {
  const key = queue.add(saying, saying.kind === 'problem' ? {} : { timeout: lastsMs });
  return () => queue.close(key);
}

/** Tells the stylesheets, as `--toasts`, how high the region is, so that nothing that may be pressed lies under it. */
function takeRoom(region: HTMLElement | null): (() => void) | undefined {
  if (region === null) return undefined;
  const { style } = document.documentElement;
  const resized = new ResizeObserver(() => style.setProperty('--toasts', `${region.offsetHeight}px`));
  resized.observe(region);
  return () => {
    resized.disconnect();
    style.removeProperty('--toasts');
  };
}

/** Where toasts appear; once on a page. */
export function Toasts() {
  const { close, notices } = useWords().common;
  return (
    <ToastRegion ref={takeRoom} queue={queue} className="ui-toasts" aria-label={notices}>
      {({ toast }) => (
        <Toast toast={toast} className={`ui-toast ui-toast-${toast.content.kind}`}>
          <ToastContent className="ui-toast-words">
            <Text slot="title">{toast.content.words}</Text>
            {toast.content.why !== undefined && (
              <Text slot="description" className="ui-toast-why">
                {toast.content.why}
              </Text>
            )}
          </ToastContent>
          {toast.content.deed !== undefined && (
            <Button
              kind="quiet"
              isSmall
              onPress={() => {
                queue.close(toast.key);
                toast.content.deed?.onPress();
              }}
            >
              {toast.content.deed.label}
            </Button>
          )}
          <IconButton label={close} slot="close">
            <X aria-hidden />
          </IconButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
