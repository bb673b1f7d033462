/**
 * A question that a workspace may put to another system, as its author declared it. Secrets are not in here, only the
 * names that they have in the environment: `Bearer $SHOP_TOKEN`.
 */
export interface Lookup {
  readonly name: string;
  /** `{{input.name}}` may stand in its path and its query, never in what is before them. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent as JSON; `{{input.name}}` may stand in its texts. Null: nothing. */
  readonly body: JsonValue;
  /** Names of what it must be told. */
  readonly takes: readonly string[];
  /** How long its answer may take, ms. */
  readonly timeout: number;
  /** How long an answer may be given again without asking, ms; null: never. */
  readonly cache: number | null;
  /** What is taken from the answer, by the name under which flows read it. */
  readonly results: Readonly<Record<string, ResultPath>>;
  /** HTTP statuses that mean: there is no such thing. */
  readonly notFound: readonly number[];
}

/** The way to a value inside a JSON document: names of fields, places in lists. */
export type ResultPath = readonly (string | number)[];

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What became of a look-up. `failed`: nothing is known; the other system may be down, slow or wrong. */
export interface LookupAnswer {
  readonly result: 'found' | 'not_found' | 'failed';
  /** By the names of `results`; what the answer does not have is not in here. */
  readonly values: Readonly<Record<string, string>>;
}

export const failedLookup: LookupAnswer = { result: 'failed', values: {} };
