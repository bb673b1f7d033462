import { parseDocument } from 'yaml';
import { accounts, type WorkspaceFolder } from '../driver/workspace-folder.js';

export const number = { business: '102290129340398', id: '106540352242922', phone: '4930123456' };

/** Two channels on which texts come in. */
export async function connectForTexts(flows: WorkspaceFolder): Promise<void> {
  const meta = { token: '$INSTAGRAM_TOKEN', secret: '$META_APP_SECRET' };
  const { name, id } = accounts.instagram;
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    document.set('accounts', [
      { channel: 'instagram', name, id, ...meta },
      { channel: 'whatsapp', name: 'studio_wa', id: number.id, business: number.business, ...meta },
    ]);
    return document.toString();
  });
}
