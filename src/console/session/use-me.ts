import { createContext, useContext } from 'react';
import { mayDo, type Permission } from '../../contract/roles.js';
import type { Session } from './use-session.js';

export type Me = NonNullable<Session['me']>;

export const MeContext = createContext<Me | null>(null);

/** Whoever is signed in. @throws outside of `SignedIn` */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('This part of the pages is for people who are signed in');
  return me;
}

/** Whether whoever is signed in may do this, so that pages offer nothing that the server would refuse. */
export function useMay(permission: Permission): boolean {
  return mayDo(useMe().user.role, permission);
}
