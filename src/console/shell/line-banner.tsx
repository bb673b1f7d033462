import { useLineState } from '../live/use-live.js';
import { useWords } from '../words/use-words.js';

/** Says that what is on the page may be old, as long as that is so. */
export function LineBanner() {
  const state = useLineState();
  const { line } = useWords().shell;
  const isBroken = state === 'offline' || state === 'reconnecting';
  return (
    <div role="status" className={isBroken ? `shell-line shell-line-${state}` : 'visually-hidden'}>
      {isBroken ? line[state] : ''}
    </div>
  );
}
