import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import { WindowLine } from '../parts/window-line.js';
import { Phrase } from '../parts/phrase.js';
import type { Composing } from '../state/answers.js';
import { Part } from './part.js';

/** Until when the contact may be written to, and what permits it afterwards. */
export function WindowPart({ composer }: { readonly composer: Composing }) {
  const words = useWords().conversation.window;
  const times = useTimes();
  const { then, explanation, may_write: mayWrite } = composer;
  const until = then?.until == null ? null : times.absolute(Date.parse(then.until));
  return (
    <Part title={words.label}>
      <WindowLine composer={composer} />
      {then !== null && (
        <p className="panel-quiet">
          <Phrase text={[words.thenUntil, words.thenWithout]} values={{ until }} />
        </p>
      )}
      {!mayWrite && explanation !== null && <p className="panel-quiet">{explanation}</p>}
    </Part>
  );
}
