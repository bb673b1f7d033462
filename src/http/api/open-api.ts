import { z } from 'zod';
import { refusalsOf, securityOf, securitySchemes } from './describe-access.js';
import type { FileRoute } from './file-route.js';
import type { Route } from './route.js';
import type { StreamRoute } from './stream-route.js';

type Json = Readonly<Record<string, unknown>>;
type AnyRoute = Route | FileRoute | StreamRoute;

const errorAnswer = z
  .object({
    error: z.object({
      code: z.string().describe('Stable, for programs.'),
      message: z.string().describe('What is wrong and what is allowed, for people.'),
      allowed: z.array(z.string()).optional().describe('What would be accepted, where that is a list.'),
    }),
  })
  .meta({ id: 'Error' });

const refusals: Readonly<Record<string, string>> = {
  400: 'The request does not fit; every mistake is named.',
  401: 'The bearer token is missing or wrong; or nobody is signed in, or what they gave to come in is wrong.',
  403: 'It is for others: another role, people rather than programs, or pages of this server.',
  404: 'There is no such thing.',
  409: 'It cannot be done in the present state.',
  410: 'It is not kept any more.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'It names something that does not exist: a flow, a purpose, a workspace.',
  429: 'Too many wrong tokens, passwords or codes; try again after `Retry-After` seconds.',
  502: 'The platform did not give it out.',
  503: 'Nothing can be saved at the moment; try again after `Retry-After` seconds.',
};

/** The OpenAPI 3.1 document of the routes, made from the schemas that serve them. */
export function describeApi(routes: readonly AnyRoute[], serverUrl: string): Json {
  const answers = convert({ Error: errorAnswer, ...answersOf(routes) }, 'output');
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeRoute(route, answers.properties) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Heyword API',
      version: '1',
      description:
        'Conversations, contacts, consent, handoffs, outcomes and flows, for programs; and the inbox for people.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes,
      responses: describeRefusals(),
      schemas: answers.definitions,
    },
  };
}

function describeRoute(route: AnyRoute, answers: Json): Json {
  return {
    summary: route.summary,
    operationId: operationId(route),
    security: securityOf(route.access),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body && { requestBody: { required: true, content: asJson(plainSchema(route.body)) } }),
    ...('takesFile' in route && {
      requestBody: { required: true, content: { '*/*': { schema: fileSchema } } },
    }),
    responses: {
      200: describeAnswer(route, answers),
      ...Object.fromEntries(
        statusesOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

const fileSchema = { type: 'string', format: 'binary' } as const;

function describeAnswer(route: AnyRoute, answers: Json): Json {
  if ('answer' in route) return { description: 'Done.', content: asJson(answers[operationId(route)]) };
  if ('listen' in route) {
    const events = { 'text/event-stream': { schema: { type: 'string' } } };
    return { description: 'Events, as long as they are listened to.', content: events };
  }
  return { description: 'The file, to be kept and not shown.', content: { '*/*': { schema: fileSchema } } };
}

/** `post /handoffs/:id/hand-back` → `postHandoffsIdHandBack`. */
function operationId({ method, path }: AnyRoute): string {
  return method + path.replace(/[^A-Za-z]+([A-Za-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function statusesOf(route: AnyRoute): readonly string[] {
  const { method, path } = route;
  const always = ['400', ...refusalsOf(route.access)];
  const named = path.includes(':') ? ['404'] : [];
  if ('open' in route) return [...always, ...named, '410', '502'];
  if ('listen' in route) return [...always, ...named, '503'];
  return method === 'get' ? [...always, ...named] : [...always, ...named, '409', '413', '415', '422', '503'];
}

function describeRefusals(): Json {
  const content = asJson({ $ref: '#/components/schemas/Error' });
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [status, { description, content }]),
  );
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  const { properties, required } = plainSchema(schema);
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: required?.includes(name) ?? false,
    schema: property,
  }));
}

function answersOf(routes: readonly AnyRoute[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    routes.flatMap((route) => ('answer' in route ? [[operationId(route), route.answer] as const] : [])),
  );
}

/** Converts schemas together, so that one with an id is defined once and referred to from everywhere. */
function convert(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): { readonly properties: Json; readonly definitions: Json } {
  const { properties, $defs } = z.toJSONSchema(z.object(schemas), { io });
  const text = JSON.stringify({ properties, definitions: $defs ?? {} });
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as ReturnType<typeof convert>;
}

/** The schema of what is sent to us; none of these has an id. */
function plainSchema(schema: z.ZodType): z.core.JSONSchema.JSONSchema {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io: 'input' });
  return plain;
}

function asJson(schema: unknown): Json {
  return { 'application/json': { schema } };
}
