import './splash.css';
import { Skeleton } from './skeleton.js';

/** The whole page while it is not known yet what will be on it. */
export function Splash() {
  return (
    <main className="ui-splash">
      <Skeleton lines={3} />
    </main>
  );
}
