import './keyword-chips.css';
import type { KeywordHint } from '../../api/contract.js';
import { keywordsByFlow } from '../../state/keywords-by-flow.js';
import type { Saying } from '../../state/saying.js';

interface KeywordChipsProps {
  readonly keywords: readonly KeywordHint[];
  readonly say: (saying: Saying) => void;
}

/** The words that start a flow, under the flow's title; a tap says the word. */
export function KeywordChips({ keywords, say }: KeywordChipsProps) {
  const { flows, hidden } = keywordsByFlow(keywords);
  return (
    <div className="keywords">
      {flows.map(({ flow, title, phrases }) => (
        <div key={flow} className="keywords-flow" role="group" aria-label={title}>
          <span className="keywords-title" dir="auto">
            {title}
          </span>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className="chip"
              dir="auto"
              onClick={() => {
                say({ way: 'text', text: phrase });
              }}
            >
              {phrase}
            </button>
          ))}
        </div>
      ))}
      {hidden > 0 && <p className="keywords-hidden">and {hidden} more</p>}
    </div>
  );
}
