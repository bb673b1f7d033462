import './check-line.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';

interface CheckLineProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly hint: string;
  readonly children: ReactNode;
}

/** Something that is to be or not, with what that means under it. */
export function CheckLine({ isChecked, onChange, hint, children }: CheckLineProps) {
  return (
    <CheckboxField isSelected={isChecked} onChange={onChange}>
      <CheckboxButton className="check-line">
        <span className="check-line-box" aria-hidden>
          <Check />
        </span>
        {children}
      </CheckboxButton>
      <Text slot="description" className="check-line-hint">
        {hint}
      </Text>
    </CheckboxField>
  );
}
