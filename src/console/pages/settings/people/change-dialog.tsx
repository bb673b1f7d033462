import { useState } from 'react';
import { changePerson, listPeople } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import type { Person } from './person-line.js';
import { placementBody } from './placement-body.js';
import { type Placement, PlacementFields } from './placement-fields.js';

interface ChangeDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Changes what somebody may do, and where they work. */
export function ChangeDialog({ person, onClose }: ChangeDialogProps) {
  const { settings, common } = useWords();
  const { role, workspaces, teams, capacity } = person;
  const [placement, setPlacement] = useState<Placement>({
    role,
    workspaces,
    teams,
    capacity: String(capacity),
  });
  const { mutate, isPending, error } = useDeed(changePerson, { changes: [listPeople], onDone: onClose });
  const save = (): void => mutate({ params: { id: person.id }, body: placementBody(placement) });
  const foot = (
    <DialogButtons onCancel={onClose} confirm={common.save} isPending={isPending} onConfirm={save} />
  );
  return (
    <Dialog title={settings.people.changeOf(person.name)} isOpen onClose={onClose} foot={foot}>
      <GateProblem problem={error} />
      <PlacementFields placement={placement} onChange={setPlacement} />
    </Dialog>
  );
}
