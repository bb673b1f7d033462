import { useSyncExternalStore } from 'react';
import { announcements } from './announce.js';

/** Where announcements are said; once on a page. */
export function Announcements() {
  const words = useSyncExternalStore(announcements.watch, announcements.last);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic>
      {words}
    </div>
  );
}
