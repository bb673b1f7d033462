import { useContext } from 'react';
import { MeContext } from '../session/use-me.js';
import { localeOf } from '../words/locale-of.js';
import type { Language } from '../words/words.js';
import { useWording, useWords } from '../words/use-words.js';
import { createTimes, type Times } from './times.js';

/** How moments are said to whoever looks: in their language, and in the zone that they chose, else the browser's. */
export function useTimes(): Times {
  const { language } = useWording();
  const { times } = useWords();
  const zone = useContext(MeContext)?.time_zone ?? undefined;
  return timesIn(language, zone, times.now);
}

const made = new Map<string, Times>();

/** One set for the whole page: making Intl's formatters takes longer than drawing the row that wants them. */
function timesIn(language: Language, zone: string | undefined, wordForNow: string): Times {
  const key = [language, zone, wordForNow].join();
  const times = made.get(key) ?? createTimes(localeOf(language), zone, wordForNow);
  made.set(key, times);
  return times;
}
