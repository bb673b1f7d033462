import { describe, expect, it } from 'vitest';
import {
  readQuestion,
  usualQuestion,
  withFilter,
  writeQuestion,
} from '../../../src/console/pages/queue/state/queue-question.js';

describe('what the queue shows, in the address', () => {
  it('is read back as it was written', () => {
    const question = {
      view: 'late',
      sort: 'newest',
      filters: { team: 'sales & care', channel: 'whatsapp', tag: 'größe?', assignee: 'u-ida' },
    } as const;
    expect(readQuestion(writeQuestion(question))).toEqual(question);
  });

  it('is nothing for what is shown anyway', () => {
    expect(writeQuestion(usualQuestion)).toBe('');
    expect(readQuestion('')).toEqual(usualQuestion);
  });

  it('leaves out what there is not, so that an old link still shows a queue', () => {
    expect(readQuestion('?view=everything&sort=x&channel=fax&priority=&team=sales&foo=1')).toEqual({
      ...usualQuestion,
      filters: { team: 'sales' },
    });
  });

  it('drops team and account with the workspace that they belong to', () => {
    const question = readQuestion('?workspace=main&team=sales&account=studio_ig&tag=vip');
    expect(withFilter(question, 'workspace', 'atelier').filters).toEqual({
      workspace: 'atelier',
      tag: 'vip',
    });
    expect(withFilter(question, 'tag', undefined).filters).toEqual({
      workspace: 'main',
      team: 'sales',
      account: 'studio_ig',
    });
  });
});
