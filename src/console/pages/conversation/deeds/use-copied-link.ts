import { conversationAddress } from '../../../app/addresses.js';
import { say } from '../../../components/toast.js';
import { useWords } from '../../../words/use-words.js';

/** Puts the address of the conversation into the clipboard. */
export function useCopiedLink(conversationId: string): () => void {
  const { conversation, common } = useWords();
  return () => {
    const link = new URL(conversationAddress(conversationId), location.origin).href;
    navigator.clipboard.writeText(link).then(
      () => say({ kind: 'done', words: conversation.deeds.linkCopied }),
      () => say({ kind: 'problem', words: common.couldNotDo, why: link }),
    );
  };
}
