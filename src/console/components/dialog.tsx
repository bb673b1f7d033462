import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/use-words.js';
import { Button, IconButton } from './button.js';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `wide`: for lists and forms with two columns. */
  readonly size?: 'usual' | 'wide';
  /** Something has to be decided: it is not closed by a press beside it. */
  readonly isUrgent?: boolean;
  /** Nothing in it takes the focus: it is itself scrolled by keyboard. */
  readonly isRead?: boolean;
  readonly children: ReactNode;
  /** The buttons at its foot. */
  readonly foot?: ReactNode;
}

/** A window over the page that has the keyboard until it is closed; where the focus was, it returns. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'usual', isUrgent = false, isRead = false, children, foot } = props;
  const { close } = useWords().common;
  return (
    <ModalOverlay
      className="ui-veil"
      isOpen={isOpen}
      isDismissable={!isUrgent}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`ui-dialog ui-dialog-${size}`}>
        <AriaDialog className="ui-dialog-inside" role={isUrgent ? 'alertdialog' : 'dialog'}>
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton label={close} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          <div
            className="ui-dialog-body"
            {...(isRead && { tabIndex: 0, role: 'group', 'aria-label': title })}
          >
            {children}
          </div>
          {foot !== undefined && <footer className="ui-dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DialogButtonsProps {
  readonly onCancel: () => void;
  /** The deed, in a word or two: `Delete`. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  /** It destroys something. */
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  /** Something is lacking that it takes. */
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** The usual foot of a dialog: out of it, and the deed. */
export function DialogButtons(props: DialogButtonsProps) {
  const { onCancel, confirm, onConfirm } = props;
  const { isDanger = false, isPending = false, isDisabled = false, autoFocus = false } = props;
  const { cancel } = useWords().common;
  return (
    <>
      <Button onPress={onCancel}>{cancel}</Button>
      <Button
        kind={isDanger ? 'danger' : 'main'}
        isPending={isPending}
        isDisabled={isDisabled}
        onPress={onConfirm}
        autoFocus={autoFocus}
      >
        {confirm}
      </Button>
    </>
  );
}

interface ConfirmDialogProps extends Omit<DialogButtonsProps, 'onCancel' | 'autoFocus'> {
  readonly title: string;
  /** What will be, so that nobody is surprised. */
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before something is done that cannot easily be undone. */
export function ConfirmDialog({ title, children, isOpen, onClose, ...buttons }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      isUrgent
      foot={<DialogButtons {...buttons} onCancel={onClose} autoFocus />}
    >
      {children}
    </Dialog>
  );
}
