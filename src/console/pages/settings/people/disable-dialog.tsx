import { changePerson, listPeople } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { ConfirmDialog } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';
import { useSayings } from '../use-sayings.js';
import type { Person } from './person-line.js';

interface DisableDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Asks before somebody is shut out. */
export function DisableDialog({ person, onClose }: DisableDialogProps) {
  const words = useWords().settings.people;
  const { refused } = useSayings();
  const { mutate, isPending } = useDeed(changePerson, {
    changes: [listPeople],
    onDone: onClose,
    onProblem: refused,
  });
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={`${words.disable}: ${person.name}`}
      confirm={words.disable}
      isPending={isPending}
      onConfirm={() => mutate({ params: { id: person.id }, body: { is_disabled: true } })}
      onClose={onClose}
    >
      <p>{words.disableWhy(person.name)}</p>
    </ConfirmDialog>
  );
}
