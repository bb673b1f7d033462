import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Splash } from '../components/splash.js';
import { SignedIn } from '../session/signed-in.js';
import { Shell } from '../shell/shell.js';
import { InnerRoutes } from './inner-routes.js';

const Simulator = lazy(() =>
  import('../simulator/simulator-page.js').then(({ SimulatorPage }) => ({ default: SimulatorPage })),
);
const SignInPage = lazy(() =>
  import('../pages/sign-in/sign-in-page.js').then((page) => ({ default: page.SignInPage })),
);
const WelcomePage = lazy(() =>
  import('../pages/welcome/welcome-page.js').then((page) => ({ default: page.WelcomePage })),
);
const SecondFactorPage = lazy(() =>
  import('../pages/second-factor/second-factor-page.js').then((page) => ({ default: page.SecondFactorPage })),
);

/** Which page stands at which address. What is behind the sign-in has the shell around it. */
export function Routes() {
  return (
    <Suspense fallback={<Splash />}>
      <Switch>
        <Route path="/">
          <Redirect to="/inbox" replace />
        </Route>
        <Route path="/simulator" component={Simulator} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/welcome/:token">{({ token }) => <WelcomePage token={token} />}</Route>
        <Route path="/second-factor" component={SecondFactorPage} />
        <Route>
          <SignedIn>
            <Shell>
              <InnerRoutes />
            </Shell>
          </SignedIn>
        </Route>
      </Switch>
    </Suspense>
  );
}
