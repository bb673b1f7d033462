import './checkbox.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components';

interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className="ui-checkbox">
        <span className="ui-checkbox-box" aria-hidden>
          <Check />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
