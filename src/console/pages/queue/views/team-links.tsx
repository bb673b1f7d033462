import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { inboxAddress } from '../hooks/use-question.js';
import type { TeamCount } from '../state/queue-item.js';
import { isSameQuestion, type QueueQuestion, usualQuestion } from '../state/queue-question.js';
import { ViewLink } from './view-link.js';
import type { ViewsProps } from './views-props.js';

interface TeamLinksProps extends ViewsProps {
  readonly counts: readonly TeamCount[];
}

/** Every team with how much is open and late in it; by workspace, where there are several. */
export function TeamLinks({ question, openConversationId, counts }: TeamLinksProps) {
  const words = useWords().queue.views;
  const { workspaces } = useMe();
  return workspaces
    .filter(({ teams }) => teams.length > 0)
    .map(({ name: workspace, brand, teams }) => {
      const title = workspaces.length > 1 ? brand : words.teams;
      return (
        <section key={workspace} className="queue-views-part" aria-label={title}>
          <h2 className="queue-views-title">
            <bdi>{title}</bdi>
          </h2>
          <ul className="queue-views-list">
            {teams.map((team) => {
              const to = teamQuestion(workspaces.length > 1 ? workspace : undefined, team.name);
              const count = counts.find((one) => one.workspace === workspace && one.team === team.name);
              return (
                <ViewLink
                  key={team.name}
                  href={inboxAddress(to, openConversationId)}
                  isHere={isSameQuestion(to, { ...question, sort: usualQuestion.sort })}
                  name={team.title}
                  count={count?.open}
                  late={count?.late ?? 0}
                />
              );
            })}
          </ul>
        </section>
      );
    });
}

function teamQuestion(workspace: string | undefined, team: string): QueueQuestion {
  return { ...usualQuestion, filters: { ...(workspace !== undefined && { workspace }), team } };
}
