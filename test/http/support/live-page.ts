import { get, type IncomingMessage } from 'node:http';

interface Heard {
  readonly name: string;
  readonly id: string | null;
  readonly data: unknown;
}

/** A page of the inbox that listens to what changes. */
export interface LivePage {
  readonly answer: IncomingMessage;
  /** All but the signs of life. */
  readonly heard: () => readonly Heard[];
  /** The last id, which the page would come back with. */
  readonly last: () => string;
  readonly ended: () => boolean;
  readonly close: () => void;
}

interface Coming {
  /** Of the session. */
  readonly secret: string;
  readonly query?: string;
  /** Id of the last event that was heard, as a browser says it by itself. */
  readonly after?: string | undefined;
}

export function listenAt(port: number, { secret, query = '', after }: Coming): Promise<LivePage> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: `__Host-heyword=${secret}`,
      ...(after !== undefined && { 'last-event-id': after }),
    };
    const asked = get({ port, path: `/api/v1/live${query}`, agent: false, headers }, (answer) => {
      let text = '';
      let hasEnded = false;
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('close', () => (hasEnded = true));
      answer.on('error', () => undefined);
      resolve({
        answer,
        heard: () => readEvents(text).filter(({ name }) => name !== 'alive'),
        last: () => readEvents(text).findLast(({ id }) => id !== null)?.id ?? '',
        ended: () => hasEnded,
        close: () => asked.destroy(),
      });
    });
    asked.on('error', reject);
  });
}

function readEvents(text: string): readonly Heard[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((block) => {
      const fields = new Map(
        block.split('\n').map((line) => {
          const colon = line.indexOf(': ');
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
      );
      const data: unknown = JSON.parse(fields.get('data') ?? 'null');
      return { name: fields.get('event') ?? '', id: fields.get('id') ?? null, data };
    });
}
