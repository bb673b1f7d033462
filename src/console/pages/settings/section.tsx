import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly why?: ReactNode;
  /** At its head: what adds to it. */
  readonly deed?: ReactNode;
  readonly children: ReactNode;
}

/** One matter of the settings. */
export function Section({ title, why, deed, children }: SectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <header className="settings-head">
        <div>
          <h2 className="settings-heading">{title}</h2>
          {why !== undefined && <p className="settings-why">{why}</p>}
        </div>
        {deed}
      </header>
      {children}
    </section>
  );
}
