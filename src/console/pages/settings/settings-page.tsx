import './settings-page.css';
import { Redirect, Route, Switch } from 'wouter';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';
import { NotFoundPage } from '../not-found/not-found-page.js';
import { AccountsSettings } from './accounts/accounts-settings.js';
import { MeSettings } from './me/me-settings.js';
import { PeopleSettings } from './people/people-settings.js';
import { RepliesSettings } from './replies/replies-settings.js';
import { OnlyFor } from './only-for.js';
import { SettingsNav } from './settings-nav.js';

/** What is set, by whoever may: below one navigation. */
export function SettingsPage() {
  const { title } = useWords().settings;
  return (
    <div className="settings">
      <PageTitle title={title} />
      <div className="settings-side">
        <h1 className="settings-title">{title}</h1>
        <SettingsNav />
      </div>
      <div className="settings-content">
        <Switch>
          <Route path="/settings" component={MeSettings} />
          <Route path="/settings/me">
            <Redirect to="/settings" replace />
          </Route>
          <Route path="/settings/people">
            <OnlyFor permission="see_people">
              <PeopleSettings />
            </OnlyFor>
          </Route>
          <Route path="/settings/replies">
            <OnlyFor permission="read_chats">
              <RepliesSettings />
            </OnlyFor>
          </Route>
          <Route path="/settings/accounts">
            <OnlyFor permission="see_accounts">
              <AccountsSettings />
            </OnlyFor>
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </div>
    </div>
  );
}
