import { useState } from 'react';
import type { Saying } from '../../state/saying.js';
import { judgeText } from '../../state/text-limit.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

export function StoryReplyForm({ say }: { readonly say: (saying: Saying) => void }) {
  const [text, setText] = useState('');
  return (
    <WayForm
      about="The follower answers a story of the business."
      action="Reply"
      isReady={judgeText(text).isSendable}
      submit={() => {
        say({ way: 'storyReply', text });
      }}
    >
      <TextField label="Reply" value={text} onValue={setText} autoFocus />
    </WayForm>
  );
}
