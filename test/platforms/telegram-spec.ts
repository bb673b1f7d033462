import { readFileSync } from 'node:fs';

interface SpecField {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

interface SpecPart {
  readonly fields?: readonly SpecField[];
  readonly subtypes?: readonly string[];
}

export interface TelegramSpec {
  readonly methods: Readonly<Record<string, SpecPart>>;
  readonly types: Readonly<Record<string, SpecPart>>;
}

/** A machine-readable description of the Bot API, as PaulSonOfLars/telegram-bot-api-spec publishes it. */
export function readSpec(file: string): TelegramSpec {
  return JSON.parse(readFileSync(file, 'utf8')) as TelegramSpec;
}

/** Where a call's body is not what the description says; empty: it is. */
export function deviations(spec: TelegramSpec, method: string, body: unknown): readonly string[] {
  const part = spec.methods[method];
  return part === undefined ? [`there is no method ${method}`] : inFields(spec, part, body ?? {}, method);
}

function inFields(
  spec: TelegramSpec,
  { fields = [] }: SpecPart,
  value: unknown,
  at: string,
): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const given = Object.entries(value);
  const unknown = given.filter(([name]) => !fields.some((field) => field.name === name));
  const missing = fields.filter(({ name, required }) => required && !Object.hasOwn(value, name));
  return [
    ...unknown.map(([name]) => `${at}.${name} is unknown`),
    ...missing.map(({ name }) => `${at}.${name} is missing`),
    ...given.flatMap(([name, entry]) => {
      const field = fields.find((one) => one.name === name);
      return field === undefined ? [] : inValue(spec, field.types, entry, `${at}.${name}`);
    }),
  ];
}

/** One of the types must fit; where none does, what is said is about the one that comes closest. */
function inValue(
  spec: TelegramSpec,
  types: readonly string[],
  value: unknown,
  at: string,
): readonly string[] {
  const tries = types.map((type) => inType(spec, type, value, at));
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function inType(spec: TelegramSpec, type: string, value: unknown, at: string): readonly string[] {
  const item = /^Array of (.*)$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${at} is no array`];
    return value.flatMap((entry, index) => inType(spec, item, entry, `${at}.${String(index)}`));
  }
  const isPlain = plainTypes[type];
  if (isPlain !== undefined) return isPlain(value) ? [] : [`${at} is no ${type}`];
  const part = spec.types[type];
  if (part === undefined) return [`${at} is of the unknown type ${type}`];
  return part.subtypes === undefined
    ? inFields(spec, part, value, at)
    : inValue(spec, part.subtypes, value, at);
}

const plainTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};
