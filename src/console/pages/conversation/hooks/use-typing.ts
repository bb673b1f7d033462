import { useEffect, useState } from 'react';

/** After so long without a change nobody is typing any more, ms. */
const restsAfter = 6_000;

/** Whether its writer is typing, by what they have written. */
export function useTyping(text: string): boolean {
  const [before, setBefore] = useState(text);
  const [isTyping, setIsTyping] = useState(false);
  if (before !== text) {
    setBefore(text);
    setIsTyping(text !== '');
  }
  useEffect(() => {
    if (!isTyping) return undefined;
    const timer = window.setTimeout(() => {
      setIsTyping(false);
    }, restsAfter);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text, isTyping]);
  return isTyping;
}
