import { z } from 'zod';

/** What the server is told by its environment, without anything secret: fit for a log. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where followers and platforms reach this server; no slash at the end. */
  readonly publicUrl: string;
  /** How many proxies stand before the server, each of which adds whom it serves to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  readonly database: { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres' };
  readonly flowsDir: string;
  readonly logLevel: LogLevel;
  /** `host:port` that look-ups may ask wherever they are, this machine included. */
  readonly egressAllowed: readonly string[];
  readonly meta: {
    readonly graphUrl: string;
    readonly instagramGraphUrl: string;
    /** Such as `v26.0`. */
    readonly apiVersion: string;
  };
  readonly telegramUrl: string;
  readonly xUrl: string;
}

/** What must never enter a log, an error or a page. Null: not set. */
export interface Secrets {
  /** Address of the PostgreSQL database, with its password; null: the database is a file. */
  readonly databaseUrl: string | null;
  /** By which programs may use the API; without one, none may. People sign in. */
  readonly apiToken: string | null;
  /** Seals second factors in the database; null: they are kept as they are. */
  readonly sessionSecret: string | null;
  /** What Meta repeats when it subscribes to our webhook; without one, it cannot. */
  readonly metaVerifyToken: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigReading =
  | { readonly ok: true; readonly config: Config; readonly secrets: Secrets }
  | { readonly ok: false; readonly problems: readonly string[] };

export type SecretsReading =
  | { readonly ok: true; readonly values: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problems: readonly string[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const portRule = 'must be a whole number from 0 to 65535';
const urlRule = 'must be an http:// or https:// address without a user name, a "?" or a "#"';
const databaseRule =
  'must be "file:" and the path of a SQLite database, such as file:data/heyword.db, or a postgres:// address';
const tokenRule = 'must be at least 16 characters, all visible ASCII without spaces';

const secretRule = 'must be at least 32 characters, all visible ASCII without spaces';
const proxiesRule = 'must be a whole number from 0 to 9';

const port = z
  .string()
  .regex(/^\d{1,5}$/, portRule)
  .transform(Number)
  .refine((n) => n <= 65_535, portRule);
const baseUrl = z.string().refine(isBaseUrl, urlRule).transform(withoutSlash);
/** `file:` with a path, or a file URL without a host; a database in memory would forget what it acknowledged. */
const filePrefix = /^file:(?:\/\/(?=\/))?(?!\/\/|:memory:)(?=.)/;

/** A name or an address as it stands in a URL, and a port. */
const egressPlace = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/;
const egressRule =
  'must be hosts in small letters with their ports, such as 127.0.0.1:8080,shop.internal:8443';

const egressPlaces = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((place) => place.trim())
      .filter((place) => place !== ''),
  )
  .refine((places) => places.every((place) => egressPlace.test(place)), egressRule);

/** As `pg` reads it; the host may be a folder of sockets, in the query. */
const postgresAddress = /^postgres(?:ql)?:\/\/\S*$/;

const database = z
  .string()
  .refine((url) => filePrefix.test(url) || (postgresAddress.test(url) && URL.canParse(url)), databaseRule);

/**
 * Every variable that the server reads, but for the secrets that a workspace file names. Descriptions and defaults
 * are those of `.env.example`.
 */
export const environment = z.object({
  HOST: z
    .string()
    .prefault('127.0.0.1')
    .describe(
      'Address to listen on. The simulator is open to whoever reaches it, so the default is this machine only.',
    ),
  PORT: port.prefault('3000').describe('Port to listen on; 0 takes any that is free.'),
  PUBLIC_URL: baseUrl
    .optional()
    .describe(
      'Where followers and platforms reach this server, for tracked links. Default: http://HOST:PORT.',
    ),
  DATABASE_URL: database
    .prefault('file:data/heyword.db')
    .describe(
      'Where everything is kept: file: and the path of a SQLite database, or the address of a PostgreSQL database that several servers share (postgres://user:password@host/name).',
    ),
  FLOWS_DIR: z
    .string()
    .prefault('flows')
    .describe('Folder of the workspace: workspace.yaml and the flows, or a folder of these for each brand.'),
  LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .prefault('info')
    .describe(`How much is logged: ${logLevels.join(', ')}.`),
  API_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, tokenRule)
    .optional()
    .describe(
      'Bearer token by which programs use the API, at least 16 characters. Without it no program may; people sign in.',
    ),
  SESSION_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, secretRule)
    .optional()
    .describe(
      'Seals the second factors of those who sign in, so that the database alone does not give them away: at least 32 random characters, kept for good. Without it they are kept unsealed; where it is lost or changed, those who had one need a recovery code or a reset.',
    ),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, proxiesRule)
    .prefault('0')
    .transform(Number)
    .describe(
      'How many proxies stand before this server, each of which adds the address that it serves to X-Forwarded-For (0 to 9). With a proxy and 0, everybody has the proxy’s address, and limits on signing in are everybody’s.',
    ),
  META_VERIFY_TOKEN: z
    .string()
    .optional()
    .describe(
      'The verify token entered in Meta’s app dashboard. Without it Meta cannot subscribe to the webhook.',
    ),
  META_GRAPH_URL: baseUrl
    .prefault('https://graph.facebook.com')
    .describe('Base address of Meta’s Graph API, for tests and proxies.'),
  INSTAGRAM_GRAPH_URL: baseUrl
    .prefault('https://graph.instagram.com')
    .describe('Base address of Instagram’s Graph API, for tests and proxies.'),
  TELEGRAM_API_URL: baseUrl
    .prefault('https://api.telegram.org')
    .describe('Base address of Telegram’s Bot API, for tests and proxies.'),
  X_API_URL: baseUrl
    .prefault('https://api.x.com')
    .describe('Base address of X’s API, for tests and proxies.'),
  EGRESS_ALLOW: egressPlaces
    .prefault('')
    .describe(
      'Hosts with their ports, separated by commas, that look-ups may ask although they are in a private network or on this machine, and over http too: for tests and proxies, and for systems next door (shop.internal:8443).',
    ),
  META_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must be a version of the Graph API, such as v26.0')
    .prefault('v26.0')
    .describe('Version of the Graph API that we send with.'),
});

/**
 * Reads the environment once; a variable set to nothing counts as not set. Problems name the variable and what is
 * allowed, never the value: it may be a secret.
 */
export function readConfig(env: Environment): ConfigReading {
  const reading = environment.safeParse(filledIn(env));
  if (!reading.success) return { ok: false, problems: reading.error.issues.map(describeIssue) };
  const { data } = reading;
  return { ok: true, config: toConfig(data), secrets: toSecrets(data) };
}

/** Looks up the `$NAME`s of workspace files, given without the `$`. Every missing one is reported. */
export function resolveSecrets(names: Iterable<string>, env: Environment): SecretsReading {
  const wanted = [...new Set(names)];
  const missing = wanted.filter((name) => !readOwn(env, name));
  if (missing.length > 0) return { ok: false, problems: missing.map(describeMissing) };
  return { ok: true, values: new Map(wanted.map((name) => [name, readOwn(env, name)])) };
}

function toConfig(data: z.output<typeof environment>): Config {
  return {
    host: data.HOST,
    port: data.PORT,
    trustedProxies: data.TRUSTED_PROXIES,
    publicUrl: data.PUBLIC_URL ?? localUrl(data.HOST, data.PORT),
    database: isFile(data.DATABASE_URL)
      ? { kind: 'sqlite', file: data.DATABASE_URL.replace(filePrefix, '') }
      : { kind: 'postgres' },
    flowsDir: data.FLOWS_DIR,
    logLevel: data.LOG_LEVEL,
    egressAllowed: data.EGRESS_ALLOW,
    meta: {
      graphUrl: data.META_GRAPH_URL,
      instagramGraphUrl: data.INSTAGRAM_GRAPH_URL,
      apiVersion: data.META_API_VERSION,
    },
    telegramUrl: data.TELEGRAM_API_URL,
    xUrl: data.X_API_URL,
  };
}

function toSecrets(data: z.output<typeof environment>): Secrets {
  return {
    databaseUrl: isFile(data.DATABASE_URL) ? null : data.DATABASE_URL,
    apiToken: data.API_TOKEN ?? null,
    sessionSecret: data.SESSION_SECRET ?? null,
    metaVerifyToken: data.META_VERIFY_TOKEN ?? null,
  };
}

function isFile(databaseUrl: string): boolean {
  return filePrefix.test(databaseUrl);
}

function filledIn(env: Environment): Environment {
  return Object.fromEntries(
    Object.keys(environment.shape).map((name) => [name, readOwn(env, name) || undefined]),
  );
}

/** Own properties only: a workspace file may ask for `$constructor`. */
function readOwn(env: Environment, name: string): string {
  return (Object.hasOwn(env, name) ? env[name] : undefined) ?? '';
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}.`;
}

function describeMissing(name: string): string {
  return `${name}: must be set; the workspace file names it as $${name}.`;
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username + password === '' && !/[?#]/.test(text);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** A listener on every interface is reached on this machine by its name. */
export function localUrl(host: string, port: number): string {
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
