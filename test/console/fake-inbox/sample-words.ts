/** Names as they come: of every script, none at all, right to left, with more than letters, and too long. */
const contactNames: readonly (string | null)[] = [
  'Mara Lindqvist',
  'Jonas Weber',
  'Aylin Demir',
  'سارة المنصور',
  'Tomás Oliveira',
  'Noor van Dijk',
  'דניאל כהן',
  'Priya Raman',
  'Léa Fontaine',
  '김서연',
  'Oskar Nowak',
  'Zoë 🌿',
  null,
  'Ines Carvalho',
  'Maximiliane Freifrau von und zu Hohenstein-Wartenberg',
  'Kofi Mensah',
  'Yuki Tanaka',
  'Elif Yıldız',
  'Finn O’Sullivan',
  'Chiara Bianchi',
];

const firstNames = [
  'Amara',
  'Bruno',
  'Clara',
  'Dario',
  'Edda',
  'Fadi',
  'Greta',
  'Hana',
  'Ivo',
  'Jule',
  'Karim',
  'Lina',
];
const lastNames = [
  'Okoye',
  'Lehmann',
  'Costa',
  'Petrov',
  'Sørensen',
  'Haddad',
  'Moreau',
  'Kim',
  'Novák',
  'Ricci',
  'Ahmed',
];

/** The name of so manieth contact. */
export function contactName(index: number): string | null {
  const special = contactNames[index];
  if (special !== undefined) return special;
  return `${firstNames[index % firstNames.length] ?? ''} ${lastNames[index % lastNames.length] ?? ''}`;
}

export const incomingTexts: readonly string[] = [
  'Hi! I did not get the guide yet, can you check?',
  'Is the course also in English?',
  'Which size should I take if I am between two?',
  'The payment went through twice 😬',
  'هل يمكنني الدفع عند الاستلام؟',
  'Can I talk to a person please',
  'I would like to book a call for next week, Tuesday or Wednesday would be best for me',
  'Thanks!!',
  'Do you ship to Portugal?',
  'My order 48213 has not arrived. It should have been here on Monday, and the tracking page says nothing new since.',
];

export const outgoingTexts: readonly string[] = [
  'Here is the guide. Shall I send one short tip a week as well?',
  'Of course, I am looking into it.',
  'What are you working on?',
  'I have refunded the second payment; it takes two or three days to arrive.',
];

export const flowNotes: readonly string[] = [
  'Runs a shop; may want the partner programme.',
  'Asked for a refund.',
  'Wants a call next week.',
  '',
  'The bot did not understand three times in a row.',
  '',
];

export const tagNames: readonly string[] = ['vip', 'newsletter', 'refund', 'wholesale', 'press'];
