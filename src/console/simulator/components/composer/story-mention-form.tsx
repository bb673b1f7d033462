import type { Saying } from '../../state/saying.js';
import { WayForm } from './way-form.js';

export function StoryMentionForm({ say }: { readonly say: (saying: Saying) => void }) {
  return (
    <WayForm
      about="The follower mentions the business in a story of their own."
      action="Mention"
      isReady
      submit={() => {
        say({ way: 'storyMention' });
      }}
    />
  );
}
