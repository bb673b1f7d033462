import { useState } from 'react';
import type { RefHint } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

interface RefFormProps {
  readonly refs: readonly RefHint[];
  readonly say: (saying: Saying) => void;
}

export function RefForm({ refs, say }: RefFormProps) {
  const [first] = refs;
  const [ref, setRef] = useState(first?.ref ?? '');
  return (
    <WayForm
      about="The follower opens a link that leads into the chat."
      action="Open"
      isReady={ref.trim() !== ''}
      submit={() => {
        say({ way: 'ref', ref: ref.trim() });
      }}
    >
      <TextField label="Ref of the link" value={ref} onValue={setRef} list="known-refs" autoFocus />
      <datalist id="known-refs">
        {refs.map((known) => (
          <option key={known.ref} value={known.ref} label={known.flow} />
        ))}
      </datalist>
    </WayForm>
  );
}
