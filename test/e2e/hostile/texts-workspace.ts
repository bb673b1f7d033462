import { parseDocument } from 'yaml';
import type { WorkspaceFolder } from '../driver/workspace-folder.js';
import { hostileTexts } from './text-vectors.js';

/** As long as a link's label may be on every channel, and as an address of the web. */
export const hostileLink = {
  label: '<svg onload=__ran()>',
  to: 'https://example.com/?"><script>__ran()</script>',
};

/** What an author calls a flow, in quotes as YAML has them. */
const title = JSON.stringify(hostileTexts[0]);

/** Says again what it was told, and hands it over as the note. */
const talk = `flow: talk
title: ${title}
start:
  - keyword: talk to us
  - comment: any
    reply_publicly: [Sent!]
steps:
  - ask: What is it about?
    id: matter
    save: matter
    within: 20h
    otherwise: end
  - say: 'So it is about {{answer.matter}}'
    link: hostile
  - say: ${title}
  - handoff: team_0
    note: '{{answer.matter}}'
`;

/** Those that may be a title: what could be a key that somebody has left in a file is refused there. */
export const teamTitles = hostileTexts.filter((text) => text.trim() === text && !text.includes('base64'));

/** A flow that says again what it hears, a link that does harm where it can, and teams that are called so. */
export async function furnishForTexts(flows: WorkspaceFolder): Promise<void> {
  await flows.write('talk.yaml', talk);
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    document.set('brand', hostileTexts[0]);
    document.setIn(['links', 'hostile'], hostileLink);
    const teams = teamTitles.map((team, at) => [`team_${at}`, { title: team }] as const);
    document.set('teams', { ...Object.fromEntries(teams), sales: {}, support: {} });
    return document.toString();
  });
}
