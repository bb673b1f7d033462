import type { QueueItem } from '../../test/console/fake-inbox/world.js';

/** A chat that waits for a person, told shortly. */
export interface Chat {
  readonly name: string | null;
  readonly channel: QueueItem['channel'];
  readonly team: string | null;
  readonly text: string;
  /** Who wrote last; left out: the contact. */
  readonly says?: 'in' | 'out';
  readonly minutesAgo: number;
  /** The id of whoever has it; left out: nobody. */
  readonly with?: string;
  /** Minutes until a first reply is due, below zero where it is late; left out: there was one. */
  readonly replyIn?: number;
  /** The same for the resolution; left out: the clock stands still. */
  readonly resolveIn?: number;
  readonly rest?: Partial<QueueItem>;
}

/** The first one is Mara, whose story is told in full. */
export const waitingChats: readonly Chat[] = [
  {
    ...{ name: 'Mara Lindqvist', channel: 'instagram', team: 'courses', with: 'u-ida' },
    ...{
      text: 'Perfect. Is it also taught in English? My sister would come along.',
      minutesAgo: 4,
      resolveIn: 95,
    },
    rest: {
      priority: 'high',
      tags: ['wheel', 'returning'],
      note: 'Wants two places in June; asked for a person.',
    },
  },
  {
    ...{ name: 'سارة المنصور', channel: 'whatsapp', team: 'shop', replyIn: -12, resolveIn: 240 },
    ...{ text: 'وصل الطبق مكسوراً للأسف. هل يمكنكم إرسال بديل قبل يوم الجمعة؟', minutesAgo: 72 },
    rest: { priority: 'urgent', tags: ['broken'] },
  },
  {
    ...{ name: 'Tomás Oliveira', channel: 'messenger', team: 'billing', replyIn: 6, resolveIn: 320 },
    ...{ text: 'The deposit went through twice. Can you send one of them back?', minutesAgo: 24 },
    rest: { priority: 'high', reason: 'flow', note: 'Paid twice for the glazing weekend.', tags: ['refund'] },
  },
  {
    ...{
      name: 'Priya Raman',
      channel: 'instagram',
      team: 'courses',
      with: 'u-ida',
      replyIn: 11,
      resolveIn: 400,
    },
    ...{ text: 'Can I bring my own clay to the open kiln evening?', minutesAgo: 19 },
  },
  {
    ...{ name: 'Aylin Demir', channel: 'telegram', team: 'courses', replyIn: 34, resolveIn: 430 },
    ...{ text: 'I could not choose a date, the list was empty', minutesAgo: 12 },
    rest: { reason: 'no_outcome' },
  },
  {
    ...{ name: 'Jonas Weber', channel: 'whatsapp', team: 'courses', with: 'u-sam', resolveIn: -35 },
    ...{ text: 'Then I would rather have the money back, please.', minutesAgo: 51 },
    rest: { tags: ['refund'] },
  },
  {
    ...{ name: 'דניאל כהן', channel: 'instagram', team: 'shop', with: 'u-omar', resolveIn: 310 },
    ...{ text: 'האם אתם שולחים גם לחיפה?', minutesAgo: 33 },
  },
  {
    ...{ name: 'Léa Fontaine', channel: 'messenger', team: 'shop', with: 'u-ida' },
    ...{ text: 'I have set two of the blue bowls aside for you until Friday.', says: 'out', minutesAgo: 46 },
  },
  {
    ...{ name: 'Oskar Nowak', channel: 'x', team: 'shop', replyIn: 58, resolveIn: 600 },
    ...{ text: 'Do you ship to Poland, and what does it cost for a dinner set for six?', minutesAgo: 2 },
  },
  {
    ...{
      name: 'Maximiliane Freifrau von und zu Hohenstein-Wartenberg',
      channel: 'whatsapp',
      team: 'billing',
    },
    ...{
      with: 'u-lotte',
      text: 'Please make the invoice out to the foundation.',
      minutesAgo: 88,
      resolveIn: 120,
    },
  },
  {
    ...{ name: 'Kofi Mensah', channel: 'instagram', team: 'courses', with: 'u-ida' },
    ...{ text: 'See you on Thursday at six, then!', says: 'out', minutesAgo: 140 },
    rest: { tags: ['wheel'] },
  },
  {
    ...{ name: null, channel: 'telegram', team: null, replyIn: 74, resolveIn: 700 },
    ...{ text: 'hello??', minutesAgo: 1 },
    rest: { reason: 'retries_exhausted' },
  },
  {
    ...{ name: 'Chiara Bianchi', channel: 'instagram', team: 'courses', with: 'u-ida', resolveIn: 510 },
    ...{ text: 'Grazie! One more thing: is there parking near the studio?', minutesAgo: 9 },
  },
  {
    ...{ name: 'Elif Yıldız', channel: 'whatsapp', team: 'courses', with: 'u-ida' },
    ...{ text: 'I will ask my husband and write again after the weekend.', minutesAgo: 200 },
    rest: { state: 'snoozed', snoozed_until: '2026-05-25T07:00:00.000Z' },
  },
  {
    ...{ name: 'Finn O’Sullivan', channel: 'messenger', team: 'courses', with: 'u-ida' },
    ...{ text: 'Brilliant, thank you!', minutesAgo: 180 },
    rest: {
      state: 'resolved',
      closed_at: '2026-05-19T09:45:00.000Z',
      closed_by: 'Ida Berg',
      outcome: 'booked',
      rating: 5,
    },
  },
];
