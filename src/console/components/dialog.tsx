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
  readonly children: ReactNode;
  /** The buttons at its foot. */
  readonly foot?: ReactNode;
}

/** A window over the page that has the keyboard until it is closed; where the focus was, it returns. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'usual', isUrgent = false, children, foot } = props;
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
          <div className="ui-dialog-body">{children}</div>
          {foot !== undefined && <footer className="ui-dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmDialogProps {
  readonly title: string;
  /** What will be, so that nobody is surprised. */
  readonly children: ReactNode;
  /** The deed, in a word or two: `Delete`. */
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that cannot easily be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, isDanger = false, isPending = false, isOpen, onConfirm, onClose } = props;
  const { cancel } = useWords().common;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      isUrgent
      foot={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button kind={isDanger ? 'danger' : 'main'} isPending={isPending} onPress={onConfirm} autoFocus>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
