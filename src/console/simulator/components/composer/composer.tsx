import './composer.css';
import { useId, useRef, useState, type RefObject } from 'react';
import type { SimulatorInfo } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { PlusIcon } from '../page/icons.js';
import { DraftForm } from './draft-form.js';
import { WaysIn } from './ways-in.js';

interface ComposerProps {
  readonly name: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly info: SimulatorInfo | undefined;
  readonly say: (saying: Saying) => void;
}

/** Where the follower writes; beside it, the other ways to reach the business. */
export function Composer({ name, field, info, say }: ComposerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const toggle = (): void => {
    setIsOpen(!isOpen);
  };
  const sayAndClose = (saying: Saying): void => {
    setIsOpen(false);
    say(saying);
  };
  const closeAndReturn = (): void => {
    setIsOpen(false);
    opener.current?.focus();
  };

  return (
    <div className="composer">
      {isOpen && <WaysIn id={panelId} info={info} say={sayAndClose} close={closeAndReturn} />}
      <div className="composer-row">
        <button
          ref={opener}
          type="button"
          className="round-button composer-ways-in"
          aria-label="Ways in"
          title="Ways in"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={toggle}
        >
          <PlusIcon />
        </button>
        <DraftForm name={name} field={field} say={say} />
      </div>
    </div>
  );
}
