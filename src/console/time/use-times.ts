import { useContext, useMemo } from 'react';
import { MeContext } from '../session/use-me.js';
import { localeOf } from '../words/locale-of.js';
import { useWording, useWords } from '../words/use-words.js';
import { createTimes, type Times } from './times.js';

/** How moments are said to whoever looks: in their language, and in the zone that they chose, else the browser's. */
export function useTimes(): Times {
  const { language } = useWording();
  const { times } = useWords();
  const zone = useContext(MeContext)?.time_zone ?? undefined;
  return useMemo(() => createTimes(localeOf(language), zone, times.now), [language, zone, times.now]);
}
