import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { routeTable } from '../../../src/http/api/route-table.js';
import { createHouse, publicUrl } from '../support/house.js';

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<'application/json', { readonly schema: object }>> &
  Readonly<Record<string, { readonly schema: object }>>;

interface Document {
  readonly openapi: string;
  readonly servers: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: { readonly token: object; readonly session: object };
    readonly schemas: Readonly<Record<string, { readonly properties: object }>>;
  };
}

/** How the document names a route: `get /people/{id}`. */
function placeOf({ method, path }: (typeof routeTable)[number]): string {
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

async function readDocument(): Promise<Document> {
  const { body } = await request(createHouse().app).get('/api/v1/openapi.json').expect(200);
  return body;
}

function operationsOf({ paths }: Document): readonly (readonly [path: string, method: string, Operation])[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => [path, method, operation] as const),
  );
}

function follow(reference: string, document: Document): unknown {
  const names = reference.replace('#/', '').split('/');
  return names.reduce<unknown>(
    (place, name) => (place as Record<string, unknown> | undefined)?.[name],
    document,
  );
}

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref') yield String(inner);
    else yield* referencesIn(inner);
  }
}

describe('GET /api/v1/openapi.json', () => {
  it('is open to everybody: it is the same for every installation', async () => {
    const document = await readDocument();
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toEqual([{ url: `${publicUrl}/api/v1` }]);
  });

  it('describes every route that is served, and no other', async () => {
    const described = operationsOf(await readDocument()).map(([path, method]) => `${method} ${path}`);
    const served = routeTable.map(placeOf);
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(served).toContain('post /handoffs/{id}/hand-back');
  });

  it('says of each route who may ask, and how they show it', async () => {
    const { paths, components } = await readDocument();
    const { token, session } = components.securitySchemes;
    expect(token).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(session).toMatchObject({ type: 'apiKey', in: 'cookie', name: '__Host-heyword' });
    expect(paths['/handoffs']!['get']!.security).toEqual([{ token: [] }]);
    expect(paths['/conversations/{id}/take']!['post']!.security).toEqual([{ token: [] }, { session: [] }]);
    expect(paths['/people']!['get']!.security).toEqual([{ session: [] }]);
    expect(paths['/people']!['get']!.responses['403']).toBeDefined();
    expect(paths['/session']!['post']!.security).toEqual([]);
  });

  it('refers to nothing that it does not define', async () => {
    const document = await readDocument();
    const references = [...new Set(referencesIn(document))];
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) expect(follow(reference, document), reference).toBeDefined();
  });

  const types: Readonly<Record<string, string>> = {
    '/conversations/{id}/messages/{message_id}/attachments/{index}': '*/*',
    '/live': 'text/event-stream',
  };

  it('describes of each route its parameters, its body and its answers', async () => {
    for (const [path, method, operation] of operationsOf(await readDocument())) {
      const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/{(\w+)}/g)].map(([, name]) => name));
      expect(operation.summary).toMatch(/\S/);
      const route = routeTable.find((served) => placeOf(served) === `${method} ${path}`)!;
      const takesBody = route.body !== null || 'takesFile' in route;
      expect('requestBody' in operation).toBe(takesBody);
      const type = types[path] ?? 'application/json';
      expect(operation.responses['200']?.content?.[type]?.schema).toBeDefined();
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '401']));
    }
  });

  it('names each operation once', async () => {
    const names = operationsOf(await readDocument()).map(([, , { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('postHandoffsIdHandBack');
  });

  it('says what is allowed in a query and in a body', async () => {
    const { paths, components } = await readDocument();
    const [state, , , limit] = paths['/handoffs']!['get']!.parameters;
    expect(state).toMatchObject({
      name: 'state',
      in: 'query',
      required: false,
      schema: { enum: ['open', 'taken', 'snoozed', 'resolved', 'handed_back', 'spam'] },
    });
    expect(limit?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 50 });
    const reply =
      paths['/conversations/{id}/reply']!['post']!.requestBody?.content['application/json'].schema;
    expect(reply).toMatchObject({ required: ['request_id'], additionalProperties: false });
    expect(components.schemas['Handoff']?.properties).toMatchObject({ opened_at: { format: 'date-time' } });
  });
});
