import { useWords } from '../../../words/use-words.js';
import { useWhen } from '../parts/use-when.js';
import { WindowLine } from '../parts/window-line.js';
import { Phrase } from '../parts/phrase.js';
import type { Composing } from '../state/answers.js';
import { Part } from './part.js';

/** Until when the contact may be written to, and what permits it afterwards. */
export function WindowPart({ composer }: { readonly composer: Composing }) {
  const { window: words, refusals } = useWords().conversation;
  const when = useWhen();
  const { then, refusal } = composer;
  const until = then?.until == null ? null : when(then.until);
  return (
    <Part title={words.label}>
      <WindowLine composer={composer} />
      {then !== null && (
        <p className="panel-quiet">
          <Phrase text={[words.thenUntil, words.thenWithout]} values={{ until }} />
        </p>
      )}
      {refusal !== null && <p className="panel-quiet">{refusals[refusal]}</p>}
    </Part>
  );
}
