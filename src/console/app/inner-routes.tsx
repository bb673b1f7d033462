import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Skeleton } from '../components/skeleton.js';
import { InboxPage } from '../pages/inbox/inbox-page.js';
import { ViewKeys } from '../pages/queue/views/view-keys.js';
import { conversationIn } from './addresses.js';

const SearchPage = lazy(() =>
  import('../pages/search/search-page.js').then((page) => ({ default: page.SearchPage })),
);
const SettingsPage = lazy(() =>
  import('../pages/settings/settings-page.js').then((page) => ({ default: page.SettingsPage })),
);
const NotFoundPage = lazy(() =>
  import('../pages/not-found/not-found-page.js').then((page) => ({ default: page.NotFoundPage })),
);

/** Pages for whoever is signed in. The inbox is there at once; the others come when they are asked for. */
export function InnerRoutes() {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <ViewKeys />
      <Switch>
        <Route path="/inbox/*?">
          {(params) => <InboxPage conversationId={conversationIn(params['*'])} />}
        </Route>
        <Route path="/search" component={SearchPage} />
        <Route path="/settings/*?" component={SettingsPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
