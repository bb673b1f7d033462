import { useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import type { Voice } from '../state/story-entries.js';

interface VoiceNameProps {
  readonly voice: Voice;
  readonly contactName: string;
}

/** Who speaks, as a line above what they say. */
export function VoiceName({ voice, contactName }: VoiceNameProps) {
  const { story } = useWords().conversation;
  switch (voice.kind) {
    case 'contact':
      return <bdi>{contactName}</bdi>;
    case 'elsewhere':
      return story.elsewhere;
    case 'flow':
      return <Phrase text={story.botFlow} values={{ flow: voice.flow }} />;
    case 'system':
      return story.system;
    case 'person':
      return <bdi>{voice.name}</bdi>;
  }
}
