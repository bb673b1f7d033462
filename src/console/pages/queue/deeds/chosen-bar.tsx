import './chosen-bar.css';
import { AlarmClock, Check, UserPlus, X } from 'lucide-react';
import { IconButton } from '../../../components/button.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { AskedDeed } from './row-deed-dialog.js';

interface ChosenBarProps {
  readonly count: number;
  readonly onDo: (deed: AskedDeed) => void;
  readonly onClear: () => void;
}

const deeds = [
  { id: 'assign', keys: 'a', icon: UserPlus },
  { id: 'snooze', keys: 's', icon: AlarmClock },
  { id: 'resolve', keys: 'e', icon: Check },
] as const;

/** What may be done to the rows that are selected. It lies over the list's end, so that nothing moves. */
export function ChosenBar({ count, onDo, onClear }: ChosenBarProps) {
  const { chosen, keys } = useWords().queue;
  const mayWork = useMay('work_chats');
  if (count === 0) return null;
  return (
    <div className="queue-chosen" role="group" aria-label={chosen.label}>
      <span className="queue-chosen-count" role="status">
        {chosen.count(count)}
      </span>
      {mayWork &&
        deeds.map(({ id, keys: key, icon: Icon }) => (
          <IconButton key={id} label={keys[id]} keys={key} onPress={() => onDo(id)}>
            <Icon aria-hidden />
          </IconButton>
        ))}
      <IconButton label={chosen.clear} keys="Escape" onPress={onClear}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
