import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../app/announce.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';

const shownMs = 2_000;

/** Puts a text where it can be pasted from, and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const { copy, copied } = useWords().common;
  const [isCopied, setIsCopied] = useState(false);
  const run = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    announce(copied);
    setIsCopied(true);
    window.setTimeout(() => setIsCopied(false), shownMs);
  };
  return (
    <Button
      isSmall
      icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      onPress={() => {
        run().catch(() => undefined);
      }}
    >
      {isCopied ? copied : copy}
    </Button>
  );
}
