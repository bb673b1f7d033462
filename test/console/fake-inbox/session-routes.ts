import { changeMe, listPeople, readSession, signIn, signOut } from '../../../src/contract/identity.js';
import { HttpProblem } from '../../../src/http/problem.js';
import { allDone, answer, type FakeRoute } from './serve-contract.js';
import type { Me, World } from './world.js';

/** The password of everybody in the fake. */
export const password = 'correct horse battery';

/** Coming in and going out by password alone, and what one says of oneself. */
export function sessionRoutes(world: World): readonly FakeRoute[] {
  const session = () => ({
    state: world.session ?? ('signed_in' as const),
    me: world.session === 'signed_in' ? world.me : null,
  });
  return [
    answer(readSession, session),
    answer(signIn, ({ body }) => {
      if (body.email !== world.me.user.email || body.password !== password)
        throw new HttpProblem(401, 'wrong', 'That is not right.');
      world.session = 'signed_in';
      return session();
    }),
    answer(signOut, () => {
      world.session = null;
      return allDone;
    }),
    answer(changeMe, ({ body }) => {
      world.me = changed(world.me, body);
      return world.me;
    }),
    answer(listPeople, () => ({ items: [...world.people] })),
  ];
}

interface MeChange {
  readonly name?: string | undefined;
  readonly availability?: Me['user']['availability'] | undefined;
  readonly language?: Me['language'] | undefined;
  readonly time_zone?: string | null | undefined;
}

function changed(me: Me, { name, availability, language, time_zone }: MeChange): Me {
  const { user } = me;
  return {
    ...me,
    user: { ...user, name: name ?? user.name, availability: availability ?? user.availability },
    language: language === undefined ? me.language : language,
    time_zone: time_zone === undefined ? me.time_zone : time_zone,
  };
}
