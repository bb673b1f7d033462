import { Radio } from 'lucide-react';
import type { z } from 'zod';
import { listAccounts } from '../../../../contract/accounts.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Answered } from '../../../components/answered.js';
import { Badge } from '../../../components/badge.js';
import { EmptyState } from '../../../components/empty-state.js';
import { PageTitle } from '../../../shell/page-title.js';
import { Moment } from '../../../time/moment.js';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';

type Account = z.output<(typeof listAccounts)['answer']>['items'][number];

const tones = { good: 'good', slowed: 'warn', catching_up: 'warn', stopped: 'bad' } as const;
const everyMs = 30_000;

/** How it stands with the connected accounts. */
export function AccountsSettings() {
  const { places, accounts: words } = useWords().settings;
  const answer = useAnswer(listAccounts, {}, { every: everyMs });
  return (
    <Section title={places.accounts} why={words.why}>
      <PageTitle title={places.accounts} />
      <Answered answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<Radio aria-hidden />} title={words.empty}>
              <p>{words.emptyWhy}</p>
            </EmptyState>
          ) : (
            <ul className="settings-list">
              {items.map((account) => (
                <AccountLine key={`${account.workspace}/${account.name}`} account={account} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}

function AccountLine({ account }: { readonly account: Account }) {
  const { settings, common } = useWords();
  const { states, rests, budget } = settings.accounts;
  const { number } = useTimes();
  const channels: Readonly<Record<string, string>> = common.channels;
  return (
    <li className="settings-line">
      <span className="settings-line-words">
        <span className="settings-line-title">
          {account.name}
          <Badge tone={tones[account.state]}>{states[account.state]}</Badge>
        </span>
        <span className="settings-line-more">
          {channels[account.channel] ?? account.channel} · {account.workspace}
        </span>
        {account.troubles.map((trouble) => (
          <span key={trouble} className="settings-line-more">
            {trouble}
          </span>
        ))}
        {account.rests_until !== null && (
          <span className="settings-line-more">
            {rests} <Moment at={account.rests_until} as="clock" />
          </span>
        )}
        {account.budgets.map(({ what, left, of }) => (
          <span key={what} className="settings-line-more">
            {what}: {budget(number(left), number(of))}
          </span>
        ))}
      </span>
    </li>
  );
}
