import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { listPeople } from '../../../../contract/identity.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Answered } from '../../../components/answered.js';
import { Button } from '../../../components/button.js';
import { useMay } from '../../../session/use-me.js';
import { PageTitle } from '../../../shell/page-title.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';
import { ChangeDialog } from './change-dialog.js';
import { DisableDialog } from './disable-dialog.js';
import { InvitationsSection } from './invitations-section.js';
import { InviteDialog } from './invite-dialog.js';
import { PersonLine, type PersonDeed } from './person-line.js';
import { ResetDialog } from './reset-dialog.js';

type Open = PersonDeed | { readonly kind: 'invite' };

/** Who works here, and what they may do. */
export function PeopleSettings() {
  const { places, people: words } = useWords().settings;
  const [open, setOpen] = useState<Open | null>(null);
  const answer = useAnswer(listPeople, {});
  const mayManage = useMay('manage_people');
  const inviteButton = (
    <Button kind="main" icon={<UserPlus aria-hidden />} onPress={() => setOpen({ kind: 'invite' })}>
      {words.invite}
    </Button>
  );
  return (
    <>
      <PageTitle title={places.people} />
      <Section title={words.here} deed={mayManage && inviteButton}>
        <Answered answer={answer}>
          {({ items }) => (
            <ul className="settings-list">
              {items.map((person) => (
                <PersonLine key={person.id} person={person} onDeed={setOpen} />
              ))}
            </ul>
          )}
        </Answered>
      </Section>
      {mayManage && <InvitationsSection />}
      <OpenDialog open={open} onClose={() => setOpen(null)} />
    </>
  );
}

interface OpenDialogProps {
  readonly open: Open | null;
  readonly onClose: () => void;
}

function OpenDialog({ open, onClose }: OpenDialogProps) {
  switch (open?.kind) {
    case undefined:
      return null;
    case 'invite':
      return <InviteDialog onClose={onClose} />;
    case 'change':
      return <ChangeDialog person={open.person} onClose={onClose} />;
    case 'reset':
      return <ResetDialog person={open.person} onClose={onClose} />;
    case 'disable':
      return <DisableDialog person={open.person} onClose={onClose} />;
  }
}
