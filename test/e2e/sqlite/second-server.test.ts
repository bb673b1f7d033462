import { describe, expect } from 'vitest';
import { it } from '../driver/stage.js';

describe('a second server on the same data', () => {
  it('refuses to start, and says why and what to do; the first goes on', async ({ openStage }) => {
    const stage = await openStage();
    const first = stage.server;
    const { code, output } = await stage.refusedStart();
    expect(code).toBe(1);
    expect(output).toMatch(/Another Heyword server \(process \d+\) already uses .+heyword\.db/);
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain('    at ');
    expect(stage.server).toBe(first);
    expect((await stage.get('/readyz')).status).toBe(200);
  });
});
