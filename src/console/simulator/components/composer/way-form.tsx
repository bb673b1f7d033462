import type { ReactNode } from 'react';

interface WayFormProps {
  /** What the follower would have done on the platform. */
  readonly about: string;
  readonly action: string;
  /** False while something that is needed is missing. */
  readonly isReady: boolean;
  readonly submit: () => void;
  /** The fields; left out where there is nothing to fill in. */
  readonly children?: ReactNode;
}

export function WayForm({ about, action, isReady, submit, children }: WayFormProps) {
  return (
    <form
      className="way-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) submit();
      }}
    >
      <p className="way-form-about">{about}</p>
      {children}
      <button type="submit" className="button button-main" aria-disabled={!isReady}>
        {action}
      </button>
    </form>
  );
}
