import { parseDocument } from 'yaml';
import type { WorkspaceFolder } from '../driver/workspace-folder.js';
import type { Cast } from './samples.js';

const comments = `flow: checklist
title: The checklist
start:
  - comment: any
    reply_publicly: [Sent!]
steps:
  - ask: Here is the checklist. What do you sell?
    id: goods
    save: goods
    within: 20h
    otherwise: end
  - say: Good luck with {{answer.goods}}!
`;

/** Connects an account on each channel that delivers by itself, and answers every comment. */
export async function connectAccounts(
  flows: WorkspaceFolder,
  { instagram, page, number, x }: Cast,
): Promise<void> {
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    document.set('accounts', [
      {
        channel: 'instagram',
        name: 'studio_ig',
        id: instagram,
        token: '$INSTAGRAM_TOKEN',
        secret: '$META_APP_SECRET',
      },
      {
        channel: 'messenger',
        name: 'studio_page',
        id: page,
        token: '$PAGE_TOKEN',
        secret: '$META_APP_SECRET',
      },
      {
        channel: 'whatsapp',
        name: 'studio_wa',
        id: number.id,
        business: number.business,
        token: '$WHATSAPP_TOKEN',
        secret: '$META_APP_SECRET',
      },
      {
        channel: 'telegram',
        name: 'studio_bot',
        id: '4000000001',
        token: '$TELEGRAM_TOKEN',
        secret: '$TELEGRAM_SECRET',
      },
      {
        channel: 'x',
        name: 'studio_x',
        id: x,
        token: '$X_TOKEN',
        secret: '$X_SECRET',
        client_id: '$X_CLIENT_ID',
        client_secret: '$X_CLIENT_SECRET',
        refresh_token: '$X_REFRESH_TOKEN',
      },
    ]);
    return document.toString();
  });
  await flows.write('checklist.yaml', comments);
}
