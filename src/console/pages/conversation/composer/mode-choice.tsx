import { useWords } from '../../../words/use-words.js';
import type { ComposerMode } from '../state/drafts.js';

interface ModeChoiceProps {
  readonly mode: ComposerMode;
  readonly onChoose: (mode: ComposerMode) => void;
}

const modes = ['reply', 'note'] as const;

/** For whom one writes: the contact or colleagues. */
export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  const { composer } = useWords().conversation;
  return (
    <div className="mode-choice" role="group" aria-label={composer.modes}>
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          className={`mode mode-${one}`}
          aria-pressed={one === mode}
          onClick={() => {
            onChoose(one);
          }}
        >
          {composer[one]}
        </button>
      ))}
    </div>
  );
}
