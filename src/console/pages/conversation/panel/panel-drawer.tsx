import './panel-drawer.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';

interface PanelDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The side panel where there is no room for it beside the story. */
export function PanelDrawer({ isOpen, onClose, children }: PanelDrawerProps) {
  const { conversation, common } = useWords();
  return (
    <ModalOverlay
      className="panel-veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="panel-drawer">
        <Dialog className="panel-drawer-inside">
          <div className="panel-drawer-head">
            <Heading slot="title" className="ui-dialog-title">
              {conversation.panel.label}
            </Heading>
            <IconButton label={common.close} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
