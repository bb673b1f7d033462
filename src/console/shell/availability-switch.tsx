import './availability-switch.css';
import { CircleCheck, Coffee } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { Tip } from '../components/tooltip.js';
import { useMay } from '../session/use-me.js';
import { useWords } from '../words/use-words.js';
import { availabilityKeys, useAvailability } from './use-availability.js';

/** Whether new chats are given to whoever is signed in: for those who answer chats. */
export function AvailabilitySwitch() {
  const { label, available, away } = useWords().shell.availability;
  const { isAvailable, change } = useAvailability();
  if (!useMay('work_chats')) return null;
  return (
    <Tip words={`${label}: ${isAvailable ? available : away}`} keys={availabilityKeys}>
      <ToggleButton
        className="availability"
        aria-label={available}
        isSelected={isAvailable}
        onChange={change}
      >
        {isAvailable ? <CircleCheck aria-hidden /> : <Coffee aria-hidden />}
        <span aria-hidden>{isAvailable ? available : away}</span>
      </ToggleButton>
    </Tip>
  );
}
