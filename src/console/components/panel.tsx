import './select.css';
import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, type PopoverProps } from 'react-aria-components';

interface PanelProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly placement?: PopoverProps['placement'];
  /** The button that opens it. */
  readonly button: ReactElement;
  readonly children: ReactNode;
}

/** A button with something to read or fill in that opens beside it. */
export function Panel({ label, placement = 'bottom end', button, children }: PanelProps) {
  return (
    <DialogTrigger>
      {button}
      <Popover className="ui-popover" offset={4} placement={placement}>
        <Dialog aria-label={label} className="ui-panel">
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
