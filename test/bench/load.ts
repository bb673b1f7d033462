/**
 * The load generator, in a process of its own: signed deliveries of one Instagram message each, every one from another
 * contact, every fourth with the keyword. Prints one JSON line.
 *
 * Usage: load.ts <webhook address> <app secret> <seconds> <run name> <connections>
 */
import { createHmac } from 'node:crypto';
import autocannon from 'autocannon';
import { accountOf } from './accounts.js';

const [url = '', secret = '', seconds = '5', runName = 'run', connections = '32'] = process.argv.slice(2);
let sent = 0;

function nextDelivery(): { body: string; headers: Record<string, string> } {
  sent += 1;
  const account = accountOf(sent);
  const text = sent % 4 === 0 ? 'ping' : 'what a lovely picture';
  const body = JSON.stringify({
    object: 'instagram',
    entry: [
      {
        id: account,
        time: Date.now(),
        messaging: [
          {
            sender: { id: `${runName}-${String(sent)}` },
            recipient: { id: account },
            timestamp: Date.now(),
            message: { mid: `m_${runName}_${String(sent)}`, text },
          },
        ],
      },
    ],
  });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  };
}

const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...nextDelivery() }) }],
});

process.stdout.write(
  `${JSON.stringify({
    perSecond: result.requests.total / result.duration,
    acknowledged: result['2xx'],
    refused: result.non2xx,
    errors: result.errors,
    p50: result.latency.p50,
    p99: result.latency.p99,
  })}\n`,
);
