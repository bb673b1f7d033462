import { listPeople, resetPerson } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { ConfirmDialog } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';
import { useSayings } from '../use-sayings.js';
import { LinkDialog } from './link-dialog.js';
import type { Person } from './person-line.js';

interface ResetDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Makes the link by which somebody sets a new password, after asking. */
export function ResetDialog({ person, onClose }: ResetDialogProps) {
  const words = useWords().settings.people;
  const { refused } = useSayings();
  const { mutate, isPending, data } = useDeed(resetPerson, { changes: [listPeople], onProblem: refused });
  if (data !== undefined) return <LinkDialog link={data.link} name={person.name} onClose={onClose} />;
  return (
    <ConfirmDialog
      isOpen
      title={words.reset}
      confirm={words.inviteDeed}
      isPending={isPending}
      onConfirm={() => mutate({ params: { id: person.id } })}
      onClose={onClose}
    >
      <p>{words.resetWhy(person.name)}</p>
    </ConfirmDialog>
  );
}
