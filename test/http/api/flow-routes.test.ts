import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createApiClient } from '../support/api-client.js';
import { apiToken } from '../support/house.js';

const flow = {
  brand: 'Studio',
  title: 'Guide',
  version: 'v1',
  keywords: ['guide'],
  refs: [],
  comments: [],
  buttons: [],
};

describe('the flows', () => {
  it('are listed, all of them or those of one workspace', async () => {
    const { get, engine } = createApiClient();
    engine.flows = ['studio', 'shop'].map((workspace) => ({ ...flow, workspace, name: 'guide' }));
    const { body } = await get('/flows').expect(200);
    expect(body.items.map(({ workspace }: { workspace: string }) => workspace)).toEqual(['studio', 'shop']);
    const one = await get('/flows?workspace=shop').expect(200);
    expect(one.body.items).toMatchObject([{ workspace: 'shop', name: 'guide', keywords: ['guide'] }]);
  });

  it('tell their steps, to which a chat may be handed back', async () => {
    const { get, engine, app } = createApiClient();
    engine.steps.set('studio/guide', [{ path: 'project', verb: 'ask', says: 'What?' }]);
    expect((await get('/flows/studio/guide/steps').expect(200)).body).toEqual({
      items: [{ path: 'project', verb: 'ask', says: 'What?' }],
    });
    await get('/flows/studio/other/steps').expect(404);
    await request(app).get('/api/v1/flows').expect(401);
    await request(app).get('/api/v1/flows').set('Authorization', `Bearer ${apiToken}x`).expect(401);
  });
});
