import { useState } from 'react';
import type { CommentHint } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { judgeText } from '../../state/text-limit.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

interface CommentFormProps {
  readonly comments: readonly CommentHint[];
  readonly say: (saying: Saying) => void;
}

export function CommentForm({ comments, say }: CommentFormProps) {
  const [first] = comments;
  const [text, setText] = useState(first?.phrase ?? '');
  const [post, setPost] = useState('');
  return (
    <WayForm
      about="The follower comments on a post, where everybody reads it."
      action="Comment"
      isReady={judgeText(text).isSendable}
      submit={() => {
        say({ way: 'comment', text, post: post.trim() });
      }}
    >
      <TextField label="Comment" value={text} onValue={setText} list="known-comments" autoFocus />
      <datalist id="known-comments">
        {comments.map(({ phrase, flow }) => (
          <option key={phrase} value={phrase} label={flow} />
        ))}
      </datalist>
      <TextField label="Id of the post, if it matters" value={post} onValue={setPost} />
    </WayForm>
  );
}
