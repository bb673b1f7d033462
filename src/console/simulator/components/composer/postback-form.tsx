import { useState } from 'react';
import type { ButtonHint } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

interface PostbackFormProps {
  readonly buttons: readonly ButtonHint[];
  readonly say: (saying: Saying) => void;
}

export function PostbackForm({ buttons, say }: PostbackFormProps) {
  const [first] = buttons;
  const [payload, setPayload] = useState(first?.payload ?? '');
  const [title, setTitle] = useState(first?.title ?? 'Get started');
  return (
    <WayForm
      about="The follower presses a button of the profile, the menu or an earlier message."
      action="Press"
      isReady={payload.trim() !== '' && title.trim() !== ''}
      submit={() => {
        say({ way: 'postback', title: title.trim(), payload: payload.trim() });
      }}
    >
      <TextField label="Payload" value={payload} onValue={setPayload} list="known-buttons" autoFocus />
      <datalist id="known-buttons">
        {buttons.map((button) => (
          <option key={button.title} value={button.payload} label={button.title} />
        ))}
      </datalist>
      <TextField label="Title of the button" value={title} onValue={setTitle} />
    </WayForm>
  );
}
