import { useState } from 'react';
import { readSession, removeSecondFactor } from '../../../../contract/identity.js';
import { secondFactorRoles } from '../../../../contract/roles.js';
import { useDeed } from '../../../api/use-deed.js';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
import { PasswordField } from '../../../components/password-field.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import { Section } from '../section.js';

/** Whether signing in asks for more than a password. */
export function SecondFactorSection() {
  const words = useWords().settings.me;
  const { role, has_second_factor: isOn } = useMe().user;
  const [isTurningOff, setIsTurningOff] = useState(false);
  const mayTurnOff = isOn && !secondFactorRoles.includes(role);
  return (
    <Section title={words.secondFactor} why={isOn ? words.secondFactorOn : words.secondFactorOff}>
      <div className="settings-deeds">
        <ButtonLink href="/second-factor">{isOn ? words.setUpAgain : words.setUp}</ButtonLink>
        {mayTurnOff && (
          <Button kind="danger" onPress={() => setIsTurningOff(true)}>
            {words.turnOff}
          </Button>
        )}
      </div>
      <TurnOffDialog isOpen={isTurningOff} onClose={() => setIsTurningOff(false)} />
    </Section>
  );
}

interface TurnOffDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function TurnOffDialog({ isOpen, onClose }: TurnOffDialogProps) {
  const words = useWords().settings.me;
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useDeed(removeSecondFactor, {
    changes: [readSession],
    onDone: () => {
      setPassword('');
      onClose();
    },
  });
  const foot = (
    <DialogButtons
      isDanger
      onCancel={onClose}
      confirm={words.turnOff}
      isPending={isPending}
      onConfirm={() => mutate({ body: { password } })}
    />
  );
  return (
    <Dialog title={words.turnOff} isOpen={isOpen} onClose={onClose} foot={foot}>
      <p>{words.turnOffWhy}</p>
      <GateProblem problem={error} wrong="password" />
      <PasswordField
        label={words.current}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
    </Dialog>
  );
}
