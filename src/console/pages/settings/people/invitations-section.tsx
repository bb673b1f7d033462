import { listInvitations, withdrawInvitation } from '../../../../contract/identity.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useDeed } from '../../../api/use-deed.js';
import { Avatar } from '../../../components/avatar.js';
import { Badge } from '../../../components/badge.js';
import { Button } from '../../../components/button.js';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';
import { useSayings } from '../use-sayings.js';

/** Who is invited and has not come yet; nothing where there is nobody. */
export function InvitationsSection() {
  const { settings, common } = useWords();
  const words = settings.people;
  const { data } = useAnswer(listInvitations, {});
  const { refused } = useSayings();
  const { mutate } = useDeed(withdrawInvitation, { changes: [listInvitations], onProblem: refused });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={words.invitations}>
      <ul className="settings-list">
        {data.items.map(({ id, email, name, role, expires_at: expires }) => (
          <li key={id} className="settings-line">
            <Avatar name={name ?? email} />
            <span className="settings-line-words">
              <span className="settings-line-title">
                <bdi>{name ?? email}</bdi>
                <Badge tone="accent">{common.roles[role]}</Badge>
              </span>
              <span className="settings-line-more">
                {email} · {words.expires} <Moment at={expires} />
              </span>
            </span>
            <Button isSmall onPress={() => mutate({ params: { id } })}>
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
