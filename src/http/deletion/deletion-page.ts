import { Router } from 'express';
import type { Engine } from '../../engine/engine.js';
import type { Store } from '../../store/store.js';
import { onlyMethods } from '../problem.js';
import { deletionPolicy, showDeletion } from './deletion-view.js';
import { deletionLanguages } from './deletion-words.js';

export interface DeletionPageDeps {
  readonly engine: Pick<Engine, 'describeFlows'>;
  readonly store: Pick<Store, 'readDeletionRequest'>;
}

const codePattern = /^[0-9a-f]{32}$/;

/** `GET /deletion?code=…`: what became of a wish to be deleted, for whoever has its code. */
export function deletionPage({ engine, store }: DeletionPageDeps): Router {
  const router = Router();
  const route = router.route('/deletion');
  route.get(async (request, response) => {
    const { code } = request.query;
    const isCode = typeof code === 'string' && codePattern.test(code);
    const found = isCode ? await store.readDeletionRequest(code) : null;
    const wished = request.acceptsLanguages(...deletionLanguages);
    const language = deletionLanguages.find((one) => one === wished) ?? deletionLanguages[0];
    const brand = found === null ? null : brandOf(engine, found.workspace);
    response.status(found === null ? 404 : 200).set({
      'Cache-Control': 'no-store',
      'Content-Language': language,
      'Content-Security-Policy': deletionPolicy,
      Vary: 'Accept-Language',
    });
    response.type('html').send(showDeletion({ language, request: found, brand }));
  });
  route.all(onlyMethods('GET'));
  return router;
}

function brandOf(engine: DeletionPageDeps['engine'], workspace: string | null): string | null {
  return engine.describeFlows().find((flow) => flow.workspace === workspace)?.brand ?? null;
}
