import './message-buttons.css';
import type { MessageButton } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { LinkButton } from './link-button.js';

interface MessageButtonsProps {
  readonly buttons: readonly MessageButton[];
  readonly say: (saying: Saying) => void;
}

/** The buttons under a message or a card. They can be pressed as long as the message stands there. */
export function MessageButtons({ buttons, say }: MessageButtonsProps) {
  return buttons.map((button, index) => <OneButton key={index} button={button} say={say} />);
}

interface OneButtonProps {
  readonly button: MessageButton;
  readonly say: (saying: Saying) => void;
}

function OneButton({ button, say }: OneButtonProps) {
  switch (button.kind) {
    case 'link':
      return <LinkButton link={button} />;
    case 'call':
      return (
        <a className="link-button" href={`tel:${button.phone}`} dir="auto">
          {button.title}
          <span className="visually-hidden"> (calls {button.phone})</span>
        </a>
      );
    case 'postback':
      return (
        <button
          type="button"
          className="link-button message-button"
          dir="auto"
          onClick={() => {
            say({ way: 'postback', title: button.title, payload: button.payload });
          }}
        >
          {button.title}
        </button>
      );
  }
}
