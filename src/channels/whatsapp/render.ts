import { characters } from '../../core/channel-capabilities.js';
import type { Media, MessageBody, MessageLink, MessageTemplate } from '../../core/message.js';
import { clipText } from '../../core/split-text.js';
import type { OutboundMessage } from '../channel.js';
import { isPhone } from './contact-ids.js';
import { MOST_BUTTONS, optionsOf, renderButtons, renderRows } from './options.js';
import type {
  WhatsAppAddress,
  WhatsAppContent,
  WhatsAppHeader,
  WhatsAppInteractive,
  WhatsAppRequest,
  WhatsAppTemplate,
} from './request.js';

const label = characters(20);
const bodyText = characters(1024);
const caption = characters(1024);
const filename = characters(240);
const parameter = characters(32_768);

/** Where a text must stand and there is none. */
const NO_TEXT = '…';

/**
 * Puts a message into WhatsApp's words. The core has parted what is said so that each message is one of these, and texts
 * fit; labels that are too long are shortened here.
 *
 * What somebody wrote is repeated as they wrote it: `*`, `_` and `~` may make their own words bold, and nothing else.
 * WhatsApp's markup knows no links behind words, no commands and no mentions, and one such mark cannot reach out of the
 * paragraph it stands in; to break it up by invisible characters would cost a name its spelling.
 *
 * Source: Meta, WhatsApp Cloud API, messages (platforms reference §6.5).
 */
export function renderWhatsApp(message: OutboundMessage, contactId: string): WhatsAppRequest {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressOf(contactId),
    biz_opaque_callback_data: message.reference,
    ...renderContent(message.body, message.linkBase),
  };
}

/** Without its plus a number can be taken for one of the business's own country. */
function addressOf(contactId: string): WhatsAppAddress {
  return isPhone(contactId) ? { to: `+${contactId}` } : { recipient: contactId };
}

function renderContent(body: MessageBody, linkBase: string): WhatsAppContent {
  const { media, template, text } = body;
  if (template !== undefined) return { type: 'template', template: renderTemplate(template) };
  const interactive = renderInteractive(body, linkBase);
  if (interactive !== null) return { type: 'interactive', interactive };
  if (media !== undefined) return renderMedia(media, clipText(text, caption));
  return { type: 'text', text: { body: text, preview_url: false } };
}

/**
 * A link, buttons or a list: a message has one of them. A picture, film or document can stand above a link and buttons,
 * above a list it cannot; a sound stands alone.
 */
function renderInteractive(body: MessageBody, linkBase: string): WhatsAppInteractive | null {
  const { media } = body;
  const header = media === undefined ? null : renderHeader(media);
  if (media !== undefined && header === null) return null;
  const above = { body: { text: textAbove(body) }, ...(header === null ? {} : { header }) };
  const link = linkOf(body);
  if (link !== null) return { type: 'cta_url', ...above, action: renderLink(link, linkBase) };
  const options = optionsOf(body);
  if (options.length === 0) return null;
  if (options.length <= MOST_BUTTONS) {
    return { type: 'button', ...above, action: { buttons: renderButtons(options) } };
  }
  if (header !== null) return null;
  const button = clipText(body.listLabel ?? NO_TEXT, label);
  return { type: 'list', ...above, action: { button, sections: [{ rows: renderRows(options) }] } };
}

function textAbove({ text, media }: MessageBody): string {
  return clipText(text || (media?.alt ?? ''), bodyText) || NO_TEXT;
}

function linkOf({ link, buttons = [] }: MessageBody): MessageLink | null {
  if (link !== undefined) return link;
  const button = buttons.find(({ kind }) => kind === 'link');
  return button?.kind === 'link' ? button.link : null;
}

function renderLink(link: MessageLink, linkBase: string) {
  const parameters = { display_text: clipText(link.label, label), url: `${linkBase}${link.code}` };
  return { name: 'cta_url', parameters } as const;
}

function renderHeader(media: Media): WhatsAppHeader | null {
  const { kind, url: link } = media;
  switch (kind) {
    case 'image':
      return { type: 'image', image: { link } };
    case 'video':
      return { type: 'video', video: { link } };
    case 'file':
      return { type: 'document', document: { link, ...named(media) } };
    case 'audio':
      return null;
  }
}

function renderMedia(media: Media, text: string): WhatsAppContent {
  const { kind, url: link } = media;
  const captioned = { link, ...(text === '' ? {} : { caption: text }) };
  switch (kind) {
    case 'image':
      return { type: 'image', image: captioned };
    case 'video':
      return { type: 'video', video: captioned };
    case 'audio':
      return { type: 'audio', audio: { link } };
    case 'file':
      return { type: 'document', document: { ...captioned, ...named(media) } };
  }
}

/** A document's name as the contact sees it: that of the file, else what it shows. */
function named({ url, alt }: Media): { readonly filename?: string } {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : '';
  const name = clipText(decoded(last) || alt, filename);
  return name === '' ? {} : { filename: name };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function renderTemplate({ name, language, parameters }: MessageTemplate): WhatsAppTemplate {
  const gaps = parameters.map((text) => ({ type: 'text', text: fillGap(text) }) as const);
  return {
    name,
    // In this language or not at all: no other one is put in its place.
    language: { code: language, policy: 'deterministic' },
    ...(gaps.length === 0 ? {} : { components: [{ type: 'body', parameters: gaps }] }),
  };
}

/** What fills a gap may hold no new line, no tab and no run of spaces, and may not be empty. */
function fillGap(text: string): string {
  return clipText(text.replaceAll(/\s+/g, ' ').trim(), parameter) || NO_TEXT;
}
