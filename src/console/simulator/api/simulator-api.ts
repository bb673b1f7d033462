import type { ContactSummary, InboundBody, SimulatorInfo, Story } from './contract.js';
import { RequestFailed, request } from './request.js';

/** @throws {RequestFailed} */
export async function readInfo(): Promise<SimulatorInfo> {
  return (await readJson('/simulator/info')) as SimulatorInfo;
}

/** Everybody who ever wrote to the simulator, newest first. @throws {RequestFailed} */
export async function readContacts(): Promise<readonly ContactSummary[]> {
  const body = (await readJson('/simulator/contacts')) as { readonly contacts: readonly ContactSummary[] };
  return body.contacts;
}

/** The story so far; a follower whom the server does not know has an empty one. @throws {RequestFailed} */
export async function readStory(name: string): Promise<Story> {
  try {
    return (await readJson(`/simulator/contacts/${encodeURIComponent(name)}`)) as Story;
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return emptyStory(name);
    throw error;
  }
}

/** Returns once the server has durably taken what the follower did. @throws {RequestFailed} */
export async function postInbound(body: InboundBody): Promise<void> {
  await request('/webhooks/simulator', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function readJson(path: string): Promise<unknown> {
  const response = await request(path, { headers: { accept: 'application/json' } });
  try {
    return await response.json();
  } catch (error) {
    throw new RequestFailed('The server gave an answer that cannot be read.', { cause: error });
  }
}

function emptyStory(name: string): Story {
  return { name, owner: 'bot', stopped: false, handoff: null, messages: [] };
}
