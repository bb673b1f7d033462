import { type Request, type RequestHandler, Router } from 'express';
import { BodyRoom } from '../body-room.js';
import { nothingHere, onlyMethods } from '../problem.js';
import { readJson } from '../read-json.js';
import { onlyBearer } from './bearer.js';
import { exchangeOf } from './exchange.js';
import { callerOf, recogniseCaller } from './recognise-caller.js';
import { describeApi } from './open-api.js';
import { type FileRoute, sendFile } from './file-route.js';
import type { ApiDeps, RawInput, Route } from './route.js';
import { routeTable } from './route-table.js';
import { sendStream, type StreamRoute } from './stream-route.js';

export interface MachineApiDeps extends ApiDeps {
  /** Null: no program may use the API. */
  readonly apiToken: string | null;
}

type AnyRoute = Route | FileRoute | StreamRoute;

const bodyLimit = 64 * 1024;

/** `/api/v1`, for programs and for our pages. Its description is the same for every installation, and therefore open. */
export function machineApi(deps: MachineApiDeps): Router {
  const router = Router();
  const description = describeApi(routeTable, `${deps.publicUrl}/api/v1`);
  router.use(noStore);
  router.get('/openapi.json', (_request, response) => {
    response.json(description);
  });
  const recognise = recogniseCaller(deps);
  for (const route of routeTable)
    router[route.method](route.path, recognise(route.access), answer(route, deps));
  for (const [path, methods] of methodsByPath(routeTable)) router.all(path, onlyMethods(...methods));
  router.use(onlyBearer(deps.apiToken), nothingHere);
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function answer(route: AnyRoute, deps: ApiDeps): RequestHandler {
  if ('open' in route) return (request, response) => sendFile(route, request, response, deps);
  if ('listen' in route) return (request, response) => sendStream(route, request, response, deps);
  return async (request, response) => {
    const { params, query } = request;
    const asked = { params, query, caller: callerOf(response), exchange: exchangeOf(request, response) };
    const run = async (given: Pick<RawInput, 'body' | 'file'>): Promise<void> => {
      response.json(await route.run({ ...asked, ...given }, deps));
    };
    if (route.takesFile !== undefined) await readFile(request, route.takesFile, run);
    else await run({ body: route.body && (await readJson(request, bodyLimit)), file: null });
  };
}

/** Memory that files under way may take up together, bytes. */
const fileRoom = new BodyRoom(128 * 1024 * 1024);

function readFile(
  request: Request,
  most: number,
  use: (given: Pick<RawInput, 'body' | 'file'>) => Promise<void>,
): Promise<void> {
  const mimeType = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return fileRoom.read(request, most, (content) => use({ body: undefined, file: { mimeType, content } }));
}

function methodsByPath(routes: readonly AnyRoute[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { method, path } of routes) {
    paths.set(path, [...(paths.get(path) ?? []), method.toUpperCase()]);
  }
  return paths;
}
