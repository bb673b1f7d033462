import './checkbox.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps, Text } from 'react-aria-components';

interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** What it means, under it. */
  readonly hint?: string;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className="ui-checkbox">
        <span className="ui-checkbox-box" aria-hidden>
          <Check />
        </span>
        <span>{children}</span>
      </CheckboxButton>
      {hint !== undefined && (
        <Text slot="description" className="ui-checkbox-hint">
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
