import './empty-chat.css';
import type { SimulatorInfo } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { KeywordChips } from './keyword-chips.js';

interface EmptyChatProps {
  readonly info: SimulatorInfo;
  readonly say: (saying: Saying) => void;
}

/** Before the first message: what to say. */
export function EmptyChat({ info, say }: EmptyChatProps) {
  return (
    <div className="empty-chat">
      <p className="empty-chat-title">
        Say hello to <bdi>{info.brand}</bdi>
      </p>
      {info.keywords.length === 0 ? (
        <p className="empty-chat-text">
          No flow answers to a keyword yet. Write anything, or give a flow a keyword to start with.
        </p>
      ) : (
        <>
          <p className="empty-chat-text">
            Write anything you like, or start with a word that a flow answers to.
          </p>
          <KeywordChips keywords={info.keywords} say={say} />
        </>
      )}
    </div>
  );
}
