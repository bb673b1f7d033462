import type { SpokenBy } from '../../api/contract.js';
import { ruleWords } from '../../state/rule-words.js';

/** Names the step, the rule or the person behind a message. */
export function Speaker({ spokenBy }: { readonly spokenBy: SpokenBy }) {
  switch (spokenBy.kind) {
    case 'flow':
      return (
        <span>
          {spokenBy.flow} › {spokenBy.step}
        </span>
      );
    case 'system':
      return <span>{ruleWords(spokenBy.rule)}</span>;
    case 'agent':
      return <bdi>{spokenBy.name}</bdi>;
  }
}
