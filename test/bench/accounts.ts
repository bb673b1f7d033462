/** A platform limits the sends of each account: a load that many sends follow comes through several. */
const accounts = 8;

/** The platform's ids of those that are connected. */
export const accountIds: readonly string[] = Array.from(
  { length: accounts },
  (_, at) => `bench_account_${at}`,
);

/** Through which account a delivery comes, by its number: four in a row through one, of which one is answered. */
export function accountOf(delivery: number): string {
  return accountIds[Math.floor(delivery / 4) % accounts] ?? '';
}
