/** What the server is trusted with; none of it may show in what it prints. */
export const secrets = {
  META_APP_SECRET: 'canary-app-secret-5f1c9a',
  OLD_APP_SECRET: 'canary-old-secret-77be02',
  INSTAGRAM_TOKEN: 'canary-instagram-token-c41d',
  PAGE_TOKEN: 'canary-page-token-90fe3b',
  API_TOKEN: 'canary-api-token-2b6d8e1f',
  META_VERIFY_TOKEN: 'canary-verify-token-e03a',
} as const;

/** Shorter ones are words that flows and rules are named by as well. */
const shortest = 10;

/** Words that were told to the server in confidence. */
export class Confidences {
  readonly #words = new Set<string>(Object.values(secrets));

  tell(...words: readonly string[]): void {
    for (const word of words) if (word.length >= shortest) this.#words.add(word);
  }

  /** Those that a text gives away, cut short. */
  leakedIn(text: string): readonly string[] {
    return [...this.#words].filter((word) => text.includes(word)).map((word) => word.slice(0, 80));
  }
}
