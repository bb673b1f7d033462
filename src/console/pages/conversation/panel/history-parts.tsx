import { Star } from 'lucide-react';
import { Badge } from '../../../components/badge.js';
import { Moment } from '../../../time/moment.js';
import { useWording, useWords } from '../../../words/use-words.js';
import type { Desk, Handoff } from '../state/answers.js';
import { Phrase } from '../parts/phrase.js';
import { Pair, Part } from './part.js';

export function AnswersPart({ answers }: { readonly answers: Desk['answers'] }) {
  const { panel } = useWords().conversation;
  return (
    <Part title={panel.answers}>
      <dl>
        {answers.map(({ name, value, flow }) => (
          <Pair key={`${flow} ${name}`} name={name}>
            <bdi title={flow}>{value}</bdi>
          </Pair>
        ))}
      </dl>
    </Part>
  );
}

export function OutcomesPart({ outcomes }: { readonly outcomes: Desk['outcomes'] }) {
  const { panel } = useWords().conversation;
  const { language } = useWording();
  return (
    <Part title={panel.outcomes}>
      <ul className="panel-list">
        {outcomes.map(({ name, at, by, value, currency }, index) => (
          <li key={index} className="panel-entry">
            <span>
              <bdi>{name}</bdi>
              {value !== null && ` ${moneyIn(language, value, currency)}`}
            </span>
            <span className="panel-quiet">
              <Phrase text={panel.outcomeBy} values={{ by }} /> · <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function HandoffsPart({ handoffs }: { readonly handoffs: readonly Handoff[] }) {
  const { panel, reasons, handoffStates } = useWords().conversation;
  return (
    <Part title={panel.handoffs}>
      <ul className="panel-list">
        {handoffs.map(({ id, reason, opened_at: at, state, outcome, rating }) => (
          <li key={id} className="panel-entry">
            <span title={reasons[reason]}>
              {outcome === null ? handoffStates[state] : <bdi>{outcome}</bdi>}{' '}
              {rating !== null && (
                <Badge tone="good" icon={<Star aria-hidden />} title={panel.rated}>
                  {panel.rating(rating)}
                </Badge>
              )}
            </span>
            <Moment at={at} className="panel-quiet" />
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function RunsPart({ runs }: { readonly runs: Desk['runs'] }) {
  const { panel } = useWords().conversation;
  return (
    <Part title={panel.runs}>
      <ul className="panel-list">
        {runs.map(({ id, flow, at, outcomes, is_open: isOpen }) => (
          <li key={id} className="panel-entry">
            <span>
              <bdi>{flow}</bdi> {isOpen && <Badge tone="accent">{panel.runOpen}</Badge>}{' '}
              {outcomes.map((outcome) => (
                <Badge key={outcome}>{outcome}</Badge>
              ))}
            </span>
            <Moment at={at} className="panel-quiet" />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** In the outcome's own currency; one that is none is written behind the number. */
function moneyIn(language: string, value: number, currency: string | null): string {
  if (currency === null) return new Intl.NumberFormat(language).format(value);
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(value);
  } catch {
    return `${new Intl.NumberFormat(language).format(value)} ${currency}`;
  }
}
