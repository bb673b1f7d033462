import type { SourceFile } from '../../../src/flow/yaml/source-file.js';
import { flowFile, studioFiles } from './studio-files.js';

const workspace = `
brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
languages: [en]
accounts:
  - { channel: whatsapp, name: studio_phone, id: "1003", business: "9003", token: $WA_TOKEN, secret: $APP_SECRET }
  - { channel: instagram, name: studio_ig, id: "1001", token: $IG_TOKEN, secret: $APP_SECRET }
topics:
  tips: { title: Tips, notice: One tip a week? }
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
links:
  guide: { to: "https://example.com/guide", label: Get the guide }
templates:
  call_back: { category: utility, language: en, text: "Hello {{1}}, may we call you back?" }
  new_tip: { category: marketing, topic: tips, language: en, text: "There is a new tip." }
`;

/** Asks whether tips are wanted. */
const tips = `
  - ask_consent: tips
    no:
      - say: As you like.
      - end
  - outcome: asked
`;

/** A studio with a phone number and the templates that were approved for it. */
export function phoneFiles(): readonly SourceFile[] {
  return studioFiles({ 'workspace.yaml': workspace, 'tips.yaml': flowFile('tips', tips) });
}
