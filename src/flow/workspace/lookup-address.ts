import { fillLookup, inputsIn } from '../../core/lookup-request.js';
import type { ErrorCode } from '../findings/catalogue.js';
import type { WrittenLookup } from './lookup-shape.js';
import type { NamedEntry } from './named-things.js';

/** Names by which a machine calls itself; what is there is never reached without the operator's leave. */
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

type Problem = readonly [code: ErrorCode, message: string, hint?: string];

/** Whether the address of a look-up is one that may be asked; reports why not. */
export function checkAddress({ written, place, report }: NamedEntry<WrittenLookup>): boolean {
  const { url } = written;
  const problem = findProblem(url);
  if (problem !== null) {
    const [code, message, hint = null] = problem;
    report.error(place('url'), code, message, { hint });
    return false;
  }
  if (loopback.test(new URL(exampleOf(url)).hostname)) {
    report.warning(
      place('url'),
      'local-address',
      'This address is on the server itself: it is asked only where the environment allows it.',
      {
        hint: 'For trying out: name its host and port in EGRESS_ALLOW.',
      },
    );
  }
  return true;
}

function findProblem(url: string): Problem | null {
  const [start = ''] = /^[^/]*\/\/[^/?#]*/u.exec(url) ?? [];
  if (start === '' || !/^https?:/iu.test(url)) {
    return [
      'bad-address',
      'A look-up asks an address that begins with https://.',
      'Write it in full: https://api.example.com/orders/{{input.order}}',
    ];
  }
  if (start.includes('{{')) {
    return [
      'placeholder-not-here',
      'Which host is asked stands in the file: no {{ }} before the path.',
      'Put a / after the host.',
    ];
  }
  if (url.includes('#'))
    return ['bad-address', 'What stands after a # is never sent.', 'Leave it out, or write %23.'];
  return findUnusable(url);
}

function findUnusable(url: string): Problem | null {
  const example = exampleOf(url);
  if (example.includes('{{') || example.includes('}}')) {
    return [
      'bad-placeholder',
      'An address takes what the look-up is told: {{input.name}}, and nothing else in {{ }}.',
    ];
  }
  if (!URL.canParse(example) || fillLookup({ url: example, body: null }, {}) === null) {
    return [
      'bad-address',
      'This is no address that can be asked.',
      'Write its path as it stands in the browser, without . and .. in it.',
    ];
  }
  const { protocol, hostname, username, password } = new URL(example);
  if (username !== '' || password !== '') {
    return [
      'secret-in-file',
      'This address carries a user name or a password.',
      'Send them in a header, by their name in the environment.',
    ];
  }
  return protocol === 'https:' || loopback.test(hostname)
    ? null
    : [
        'insecure-address',
        'A look-up is asked over https, so that nobody on the way reads it.',
        'Write https://.',
      ];
}

/** The address as it is once the inputs are filled in. */
function exampleOf(url: string): string {
  const inputs = Object.fromEntries(inputsIn(url).map((name) => [name, 'x']));
  return fillLookup({ url, body: null }, inputs)?.url ?? url;
}
