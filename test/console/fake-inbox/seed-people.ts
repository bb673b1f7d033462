import { momentOf, type Me, type User } from './world.js';

const teams = [
  { name: 'sales', title: 'Sales' },
  { name: 'support', title: 'Support' },
  { name: 'billing', title: 'Billing' },
];

const accounts = [
  { name: 'studio_ig', channel: 'instagram' },
  { name: 'studio_page', channel: 'messenger' },
  { name: 'studio_wa', channel: 'whatsapp' },
  { name: 'studio_tg', channel: 'telegram' },
  { name: 'studio_x', channel: 'x' },
] as const;

const topics = [{ name: 'weekly_tips', title: 'Weekly tips' }];
const outcomes = ['booked', 'qualified', 'refunded'];

export const workspaces: Me['workspaces'] = [
  { name: 'main', brand: 'Studio Nord', teams, accounts: [...accounts], topics, outcomes },
  {
    name: 'atelier',
    brand: 'Atelier Süd',
    teams: [{ name: 'care', title: 'Customer care' }],
    accounts: [{ name: 'atelier_ig', channel: 'instagram' }],
    topics: [],
    outcomes: [],
  },
];

/** Four colleagues; the first is whoever is signed in: Ida, an agent of sales and support. */
export function seedPeople(now: number): readonly User[] {
  return [
    person(now, 'u-ida', 'Ida Berg', { teams: ['main/sales', 'main/support'] }),
    person(now, 'u-sam', 'Sam Okafor', { role: 'lead', teams: ['main/sales'] }),
    person(now, 'u-lotte', 'Lotte Brandt', { teams: ['main/billing'], availability: 'away' }),
    person(now, 'u-omar', 'عمر حداد', { teams: ['main/support'], is_online: false }),
  ];
}

function person(now: number, id: string, name: string, rest: Partial<User>): User {
  return {
    id,
    name,
    email: `${id.slice(2)}@studio.example`,
    role: 'agent',
    workspaces: null,
    teams: [],
    capacity: 20,
    is_disabled: false,
    has_second_factor: true,
    availability: 'available',
    is_online: true,
    created_at: momentOf(now - 90 * 86_400_000),
    last_seen_at: momentOf(now),
    ...rest,
  };
}

export function seedMe(user: User, howManyWorkspaces: number): Me {
  return {
    user,
    language: 'en',
    time_zone: 'Europe/Berlin',
    session_id: 's-1',
    workspaces: workspaces.slice(0, howManyWorkspaces),
  };
}
