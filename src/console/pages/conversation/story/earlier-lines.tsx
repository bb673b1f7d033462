import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';
import type { useTimeline } from '../hooks/use-timeline.js';

interface EarlierLinesProps {
  readonly timeline: ReturnType<typeof useTimeline>;
  readonly log: RefObject<HTMLDivElement | null>;
}

/** How far above what is in sight earlier lines are asked for already. */
const ahead = '600px 0px 0px 0px';

/** Reads the page before when the reader comes near the top; a button does the same. */
export function EarlierLines({ timeline, log }: EarlierLinesProps) {
  const { story } = useWords().conversation;
  const top = useRef<HTMLDivElement>(null);
  const { hasEarlier, isReadingEarlier, readEarlier } = timeline;
  const readMore = useEffectEvent(readEarlier);
  useEffect(() => {
    const mark = top.current;
    if (mark === null || !hasEarlier || isReadingEarlier) return undefined;
    const nearing = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) readMore();
      },
      { root: log.current, rootMargin: ahead },
    );
    nearing.observe(mark);
    return () => {
      nearing.disconnect();
    };
  }, [log, hasEarlier, isReadingEarlier]);
  if (!hasEarlier) return null;
  return (
    <div ref={top} className="story-earlier">
      <Button isSmall kind="quiet" isPending={isReadingEarlier} onPress={readEarlier}>
        {isReadingEarlier ? story.loadingEarlier : story.earlier}
      </Button>
    </div>
  );
}
