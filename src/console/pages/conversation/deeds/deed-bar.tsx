import { Ellipsis } from 'lucide-react';
import { Button, IconButton } from '../../../components/button.js';
import { Menu } from '../../../components/menu.js';
import { useWords } from '../../../words/use-words.js';
import type { Deed, DeedId } from './deed-list.js';

interface DeedBarProps {
  readonly deeds: readonly Deed[];
  readonly onDo: (id: DeedId) => void;
}

const quick: readonly DeedId[] = ['assign', 'snooze', 'hand_back'];

/** What may be done, the likeliest first: to take the chat, or once one has it, to resolve it. */
export function DeedBar({ deeds, onDo }: DeedBarProps) {
  const { deeds: words } = useWords().conversation;
  const enabled = deeds.filter(({ isEnabled }) => isEnabled);
  const [likeliest] = enabled.filter(({ id }) => id === 'take' || id === 'resolve');
  const beside = enabled.filter(({ id }) => quick.includes(id));
  const items = enabled.map(({ id, label, keys, icon: Icon, isDanger = false }) => ({
    ...{ id, label, isDanger, icon: <Icon aria-hidden />, onAction: () => onDo(id) },
    ...(keys !== undefined && { keys }),
  }));
  return (
    <div className="deed-bar" role="group" aria-label={words.label}>
      {beside.map(({ id, label, keys, icon: Icon }) => (
        <IconButton
          key={id}
          className="deed-quick"
          label={label}
          {...(keys !== undefined && { keys })}
          onPress={() => onDo(id)}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
      {likeliest !== undefined && (
        <Button kind="main" icon={<likeliest.icon aria-hidden />} onPress={() => onDo(likeliest.id)}>
          {likeliest.label.replace('…', '')}
        </Button>
      )}
      <Menu
        label={words.label}
        parts={[
          { id: 'usual', items: items.filter(({ isDanger }) => !isDanger) },
          { id: 'danger', items: items.filter(({ isDanger }) => isDanger) },
        ].filter((part) => part.items.length > 0)}
      >
        <IconButton label={words.more}>
          <Ellipsis aria-hidden />
        </IconButton>
      </Menu>
    </div>
  );
}
