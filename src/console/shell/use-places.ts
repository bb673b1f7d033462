import { useMe } from '../session/use-me.js';
import { mayDo } from '../../contract/roles.js';
import { useWords } from '../words/use-words.js';

export interface Place {
  readonly id: 'inbox' | 'search' | 'settings';
  readonly label: string;
  readonly address: string;
  readonly keys: string;
  /** Other keys that lead there too. */
  readonly otherKeys?: string;
}

/** The pages that whoever is signed in may go to from everywhere. */
export function usePlaces(): readonly Place[] {
  const { inbox, search, settings } = useWords().shell;
  const { role } = useMe().user;
  const forReaders: readonly Place[] = [
    { id: 'inbox', label: inbox, address: '/inbox', keys: 'g i' },
    { id: 'search', label: search, address: '/search', keys: '/', otherKeys: 'g f' },
  ];
  return [
    ...(mayDo(role, 'read_chats') ? forReaders : []),
    { id: 'settings', label: settings, address: '/settings', keys: 'g s' },
  ];
}
