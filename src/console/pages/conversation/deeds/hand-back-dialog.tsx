import './deed-dialogs.css';
import { useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';
import type { DeedDialogProps } from './deed-dialog-props.js';
import { useDeeds } from './deeds-context.js';
import { FlowChoice, type FlowPlace } from './flow-choice.js';

/** Gives the chat back to the bot: it waits for the contact, or begins a flow, from its beginning or at a step. */
export function HandBackDialog({ desk, onClose }: DeedDialogProps) {
  const words = useWords().conversation.handBack;
  const deeds = useDeeds();
  const [how, setHow] = useState('wait');
  const [place, setPlace] = useState<FlowPlace>({ flow: '', step: '' });
  const begins = how === 'begin' && place.flow !== '';
  const submit = (): void => {
    onClose();
    const { flow, step } = place;
    void deeds.handBack(begins ? { flow, ...(step !== '' && { step }) } : {});
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      foot={
        <DialogButtons
          onCancel={onClose}
          confirm={words.submit}
          isDisabled={how === 'begin' && !begins}
          onConfirm={submit}
        />
      }
    >
      <RadioGroup value={how} onChange={setHow} className="deed-radios">
        <Label className="visually-hidden">{words.how}</Label>
        <Way value="wait" label={words.wait} hint={words.waitHint} />
        <Way value="begin" label={words.begin} hint={words.beginHint} />
      </RadioGroup>
      {how === 'begin' && <FlowChoice workspace={desk.workspace} place={place} onChoose={setPlace} />}
    </Dialog>
  );
}

interface WayProps {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

function Way({ value, label, hint }: WayProps) {
  return (
    <RadioField value={value} autoFocus={value === 'wait'}>
      <RadioButton className="deed-radio">
        <span className="deed-radio-mark" aria-hidden />
        <span>
          <span className="deed-radio-label">{label}</span>
          <Text slot="description" className="deed-hint">
            {hint}
          </Text>
        </span>
      </RadioButton>
    </RadioField>
  );
}
