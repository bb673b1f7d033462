import { useState } from 'react';
import { invite, listInvitations } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import { LinkDialog } from './link-dialog.js';
import { placementBody } from './placement-body.js';
import { type Placement, PlacementFields } from './placement-fields.js';

/** Invites somebody: what they will be here, and then the link to give them. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { settings, common, signingIn } = useWords();
  const words = settings.people;
  const { workspaces } = useMe().user;
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [placement, setPlacement] = useState<Placement>({
    role: 'agent',
    workspaces,
    teams: [],
    capacity: '20',
  });
  const [isTried, setIsTried] = useState(false);
  const { mutate, isPending, error, data } = useDeed(invite, { changes: [listInvitations] });
  if (data !== undefined) {
    return (
      <LinkDialog link={data.link} name={data.invitation.name ?? data.invitation.email} onClose={onClose} />
    );
  }
  const submit = (): void => {
    setIsTried(true);
    if (email.trim() === '') return;
    mutate({ body: { email, ...(name.trim() !== '' && { name }), ...placementBody(placement) } });
  };
  const foot = (
    <DialogButtons onCancel={onClose} confirm={words.inviteDeed} isPending={isPending} onConfirm={submit} />
  );
  return (
    <Dialog title={words.invite} isOpen onClose={onClose} foot={foot}>
      <GateProblem problem={error} />
      <TextField
        label={words.email}
        type="email"
        value={email}
        onChange={setEmail}
        error={isTried && email.trim() === '' ? signingIn.needed : undefined}
        autoFocus
      />
      <TextField
        label={`${words.name} (${common.optional})`}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <PlacementFields placement={placement} onChange={setPlacement} />
    </Dialog>
  );
}
