import './check-box.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components';

interface CheckBoxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
}

/** A choice of yes or no, with its words beside it. */
export function CheckBox({ children, ...rest }: CheckBoxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className="ui-check">
        <span className="ui-check-box">
          <Check aria-hidden />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
