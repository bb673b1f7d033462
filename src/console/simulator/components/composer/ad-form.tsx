import { useState } from 'react';
import type { Saying } from '../../state/saying.js';
import { TextField } from '../page/text-field.js';
import { WayForm } from './way-form.js';

export function AdForm({ say }: { readonly say: (saying: Saying) => void }) {
  const [ad, setAd] = useState('');
  return (
    <WayForm
      about="The follower taps an advertisement that leads into the chat."
      action="Tap"
      isReady={ad.trim() !== ''}
      submit={() => {
        say({ way: 'ad', ad: ad.trim() });
      }}
    >
      <TextField label="Id of the ad" value={ad} onValue={setAd} autoFocus />
    </WayForm>
  );
}
