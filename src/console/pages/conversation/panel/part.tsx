import { useId, type ReactNode } from 'react';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the side panel under its heading. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section className="panel-part" aria-labelledby={id}>
      <h2 id={id} className="panel-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface PairProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A line of a description list. */
export function Pair({ name, children }: PairProps) {
  return (
    <div className="panel-pair">
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
