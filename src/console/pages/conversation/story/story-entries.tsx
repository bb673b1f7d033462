import { memo, useMemo } from 'react';
import { useNow } from '../../../time/use-now.js';
import { useTimes } from '../../../time/use-times.js';
import type { TimelineItem } from '../state/answers.js';
import { storyEntries, type StoryEntry } from '../state/story-entries.js';
import { Facts } from './facts.js';
import { Note } from './note.js';
import { Turn } from './turn.js';

interface StoryEntriesProps {
  readonly conversationId: string;
  readonly contactName: string;
  readonly items: readonly TimelineItem[];
}

export function StoryEntries({ conversationId, contactName, items }: StoryEntriesProps) {
  const times = useTimes();
  const entries = useMemo(() => storyEntries(items, (at) => times.date(Date.parse(at), 0)), [items, times]);
  return (
    <ol className="story-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} conversationId={conversationId} contactName={contactName} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly entry: StoryEntry;
  readonly conversationId: string;
  readonly contactName: string;
}

const Entry = memo(function Entry({ entry, conversationId, contactName }: EntryProps) {
  switch (entry.kind) {
    case 'day':
      return <Day at={entry.at} />;
    case 'turn': {
      const { voice, items } = entry;
      return <Turn conversationId={conversationId} contactName={contactName} voice={voice} items={items} />;
    }
    case 'note':
      return <Note item={entry.item} />;
    case 'facts':
      return <Facts items={entry.items} />;
  }
});

function Day({ at }: { readonly at: string }) {
  const times = useTimes();
  const now = useNow();
  return <p className="story-day">{times.day(Date.parse(at), now)}</p>;
}
