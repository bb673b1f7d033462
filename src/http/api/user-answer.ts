import type { z } from 'zod';
import type { meAnswer, sessionAnswer, userAnswer } from '../../contract/identity.js';
import { seesWorkspace, type SignedIn, type User } from '../../inbox/identity/signed-in.js';
import type { ApiDeps } from './route.js';
import { showMoment, showMomentOrNull } from './show-moment.js';

/** Open pages say that they are open every 20 s; one that was not heard of for so long is closed. */
const onlineFor = 60_000;

export function showUser(user: User, now: number): z.input<typeof userAnswer> {
  const { id, name, email, role, workspaces, teams, capacity, availability, lastSeenAt } = user;
  return {
    ...{ id, name, email, role, capacity, availability },
    workspaces: workspaces === null ? null : [...workspaces],
    teams: [...teams],
    is_disabled: user.isDisabled,
    has_second_factor: user.hasSecondFactor,
    is_online: lastSeenAt !== null && lastSeenAt > now - onlineFor,
    created_at: showMoment(user.createdAt),
    last_seen_at: showMomentOrNull(lastSeenAt),
  };
}

export function showMe(
  { user, sessionId }: SignedIn,
  { engine, now }: Pick<ApiDeps, 'engine' | 'now'>,
): z.input<typeof meAnswer> {
  return {
    user: showUser(user, now()),
    language: user.language,
    time_zone: user.timeZone,
    session_id: sessionId,
    workspaces: engine
      .describeWorkspaces()
      .filter(({ name }) => seesWorkspace(user, name))
      .map(({ name, brand, teams, accounts, topics, outcomes }) => ({
        ...{ name, brand },
        ...{ teams: [...teams], accounts: [...accounts], topics: [...topics], outcomes: [...outcomes] },
      })),
  };
}

export function showSession(
  signedIn: SignedIn,
  deps: Pick<ApiDeps, 'engine' | 'now'>,
): z.input<typeof sessionAnswer> {
  const { standing } = signedIn;
  return { state: standing, me: standing === 'signed_in' ? showMe(signedIn, deps) : null };
}
