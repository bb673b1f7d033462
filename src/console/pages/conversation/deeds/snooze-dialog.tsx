import './deed-dialogs.css';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useMe } from '../../../session/use-me.js';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import { snoozeTimes } from '../state/snooze-times.js';
import { dayAt, momentOf } from '../state/zoned-time.js';

interface SnoozeDialogProps {
  /** Until when, epoch ms. */
  readonly onSnooze: (until: number) => void;
  readonly onClose: () => void;
}

/** Puts the handoff out of the way until a moment that is chosen, in the agent's own zone. */
export function SnoozeDialog({ onSnooze, onClose }: SnoozeDialogProps) {
  const words = useWords().conversation.snooze;
  const times = useTimes();
  const zone = useOwnZone();
  const [now] = useState(() => Date.now());
  const snooze = (until: number): void => {
    onClose();
    onSnooze(until);
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <p className="deed-hint">{words.hint}</p>
      <ul className="snooze-times">
        {snoozeTimes(now, zone).map(({ name, until }, index) => (
          <li key={name}>
            <Button kind="quiet" autoFocus={index === 0} onPress={() => snooze(until)}>
              <span>{words[name]}</span>
              <span className="snooze-when">
                {times.date(until, now)} {times.clock(until)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <OwnTime now={now} zone={zone} onChoose={snooze} />
    </Dialog>
  );
}

interface OwnTimeProps {
  readonly now: number;
  readonly zone: string;
  readonly onChoose: (until: number) => void;
}

function OwnTime({ now, zone, onChoose }: OwnTimeProps) {
  const words = useWords().conversation.snooze;
  const [wall, setWall] = useState(() => dayAt(now, zone, { days: 2, time: '09:00' }));
  const [isWrong, setIsWrong] = useState(false);
  const choose = (event: SyntheticEvent): void => {
    event.preventDefault();
    const until = momentOf(wall, zone);
    const isToCome = until !== null && until > Date.now();
    setIsWrong(!isToCome);
    if (isToCome) onChoose(until);
  };
  return (
    <form className="snooze-own" onSubmit={choose}>
      <TextField
        label={words.pick}
        type="datetime-local"
        value={wall}
        onChange={setWall}
        description={words.zone(zone)}
        error={isWrong ? words.past : undefined}
      />
      <Button type="submit">{words.submit}</Button>
    </form>
  );
}

function useOwnZone(): string {
  return useMe().time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
