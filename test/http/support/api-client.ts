import request from 'supertest';
import { apiToken, createHouse, type House } from './house.js';

export interface ApiClient extends House {
  readonly get: (path: string) => request.Test;
  readonly post: (path: string, body: object) => request.Test;
}

/** A house and someone who holds the token of its machine API. */
export function createApiClient(): ApiClient {
  const house = createHouse();
  const authorization = `Bearer ${apiToken}`;
  return {
    ...house,
    get: (path) => request(house.app).get(`/api/v1${path}`).set('Authorization', authorization),
    post: (path, body) =>
      request(house.app).post(`/api/v1${path}`).set('Authorization', authorization).send(body),
  };
}
