const reopenAfterMs = 3_000;

export interface StoryListener {
  /** The line is open, for the first time or again: what was missed meanwhile must be fetched. */
  readonly opened: () => void;
  readonly changed: (name: string) => void;
  readonly lost: () => void;
}

/** Listens to `GET /simulator/events` until the returned function is called. */
export function followStories(listener: StoryListener): () => void {
  let source: EventSource | undefined;
  let reopening: number | undefined;

  const open = (): void => {
    source = new EventSource('/simulator/events');
    source.onopen = listener.opened;
    source.addEventListener('story', (event) => {
      listener.changed(contactIn(event));
    });
    source.onerror = () => {
      listener.lost();
      // A broken line is reopened by the browser; one that was answered with an error status is closed for good.
      if (source?.readyState === EventSource.CLOSED) reopening = window.setTimeout(open, reopenAfterMs);
    };
  };

  open();
  return () => {
    window.clearTimeout(reopening);
    source?.close();
  };
}

function contactIn(event: MessageEvent): string {
  return (JSON.parse(String(event.data)) as { readonly contact: string }).contact;
}
