import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { Avatar } from '../../../components/avatar.js';
import { ChannelIcon } from '../../../components/channel-icon.js';
import type { QueueItem } from '../state/queue-item.js';

/** The contact's picture with the sign of their channel; a box to select the row takes its place when one is about to. */
export function RowPerson({ item: { contact_name: name, channel } }: { readonly item: QueueItem }) {
  return (
    <span className="queue-row-person">
      <span className="queue-row-picture">
        <Avatar name={name ?? ''} />
        <span className="queue-row-channel">
          <ChannelIcon channel={channel} />
        </span>
      </span>
      <CheckboxField slot="selection" className="queue-row-choice">
        <CheckboxButton className="queue-row-box">
          <Check aria-hidden />
        </CheckboxButton>
      </CheckboxField>
    </span>
  );
}
