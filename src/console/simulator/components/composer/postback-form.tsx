import { useState } from 'react';
import type { Saying } from '../../state/saying.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

export function PostbackForm({ say }: { readonly say: (saying: Saying) => void }) {
  const [payload, setPayload] = useState('');
  const [title, setTitle] = useState('Get started');
  return (
    <WayForm
      about="The follower presses a button of the profile, the menu or an earlier message."
      action="Press"
      isReady={payload.trim() !== '' && title.trim() !== ''}
      submit={() => {
        say({ way: 'postback', title: title.trim(), payload: payload.trim() });
      }}
    >
      <TextField label="Payload" value={payload} onValue={setPayload} autoFocus />
      <TextField label="Title of the button" value={title} onValue={setTitle} />
    </WayForm>
  );
}
