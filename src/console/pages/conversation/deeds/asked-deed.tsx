import { lazy, Suspense } from 'react';
import type { DeedDialogProps } from './deed-dialog-props.js';
import type { DeedId } from './deed-list.js';

const load = () => import('./deed-dialogs.js');
const DeedDialog = lazy(() => load().then((part) => ({ default: part.DeedDialog })));

/** Dialogs are not part of the first load: they come as soon as hand or pointer turns to the conversation. */
export const onTurning = { onPointerEnter: comeEarly, onKeyDown: comeEarly };

function comeEarly(): void {
  // Whoever is cut off just now asks again when the dialog is needed.
  load().catch(() => undefined);
}

/** The dialog of the deed that somebody asked for; null: none. */
export function AskedDeed({ deed, ...given }: DeedDialogProps & { readonly deed: DeedId | null }) {
  if (deed === null) return null;
  return (
    <Suspense>
      <DeedDialog deed={deed} {...given} />
    </Suspense>
  );
}
