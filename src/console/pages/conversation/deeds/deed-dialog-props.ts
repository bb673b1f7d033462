import type { Desk } from '../state/answers.js';

/** What each dialog of a deed is given. */
export interface DeedDialogProps {
  readonly desk: Desk;
  readonly onClose: () => void;
}
