import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import type { judgeLength, TextUnit } from '../state/text-length.js';

interface LengthLineProps {
  readonly id: string;
  readonly length: ReturnType<typeof judgeLength>;
  readonly unit: TextUnit;
  /** Variables that nobody has filled. */
  readonly open: readonly string[];
}

/** What keeps a text from being sent, or how much of its room is left once that is little. */
export function LengthLine({ id, length: { left, isNear, isOver }, unit, open }: LengthLineProps) {
  const { composer: words } = useWords().conversation;
  const times = useTimes();
  const count = times.number(Math.abs(left));
  const isWrong = isOver || open.length > 0;
  const said = isOver
    ? words.tooLong(count, words.units[unit])
    : open.length > 0
      ? words.openVariables(open.join(', '))
      : isNear
        ? words.charactersLeft(count, words.units[unit])
        : words.keys;
  return (
    <p
      id={id}
      className={`length-line ${isWrong ? 'length-line-wrong' : isNear ? '' : 'length-line-keys'}`}
      aria-live="polite"
    >
      {said}
    </p>
  );
}
