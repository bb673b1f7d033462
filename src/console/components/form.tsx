import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';

interface FormProps {
  readonly className: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** Fields that are sent together, by Enter too. The page stays. */
export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <AriaForm
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </AriaForm>
  );
}
