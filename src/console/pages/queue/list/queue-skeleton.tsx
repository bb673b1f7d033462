import { Skeleton } from '../../../components/skeleton.js';

/** The outline of a list that is being loaded. */
export function QueueSkeleton() {
  return (
    <div className="queue-skeleton">
      <Skeleton shape="rows" lines={8} />
    </div>
  );
}
