import type { FakeRequest } from './fake-request.js';
import type { WhatsAppSendBody } from './fake-whatsapp-schemas.js';

/** One message that was posted, in words that tests are about. */
export interface WhatsAppSend {
  readonly at: number;
  readonly accountId: string;
  /** Phone number without its plus, or business-scoped id. */
  readonly contactId: string;
  readonly token: string | null;
  readonly type: string;
  /** The words above buttons, the caption of a medium; of a template, its name. */
  readonly text: string;
  /** Buttons, or rows of a list. */
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly link: { readonly label: string; readonly url: string } | null;
  /** Address of the medium, alone or above the words. */
  readonly media: string | null;
  readonly template: {
    readonly name: string;
    readonly language: string;
    readonly parameters: readonly string[];
  } | null;
  /** `biz_opaque_callback_data`. */
  readonly reference: string | null;
  readonly messageId: string;
  /** Whether the contact got it, whatever was answered. */
  readonly delivered: boolean;
  readonly body: unknown;
}

/** Whom a request is to, as webhooks would name them; null: nobody. */
export function whatsAppRecipient(body: unknown): string | null {
  const { to, recipient } = (body ?? {}) as { readonly to?: unknown; readonly recipient?: unknown };
  const named = to ?? recipient;
  return typeof named === 'string' ? named.replace(/^\+/, '') : null;
}

/** `body` is anything at all where it is a violation. */
export function toWhatsAppSend(request: FakeRequest, messageId: string, delivered: boolean): WhatsAppSend {
  const { at, accountId, contactId, token } = request;
  const body = request.body as WhatsAppSendBody;
  return {
    at,
    accountId,
    contactId: contactId ?? '',
    token,
    type: body.type,
    ...shownIn(body),
    reference: body.biz_opaque_callback_data ?? null,
    messageId,
    delivered,
    body,
  };
}

type Shown = Pick<WhatsAppSend, 'text' | 'options' | 'link' | 'media' | 'template'>;

const nothing: Shown = { text: '', options: [], link: null, media: null, template: null };

function shownIn(body: WhatsAppSendBody): Shown {
  switch (body.type) {
    case 'text':
      return { ...nothing, text: body.text.body };
    case 'image':
      return { ...nothing, text: body.image.caption ?? '', media: body.image.link };
    case 'video':
      return { ...nothing, text: body.video.caption ?? '', media: body.video.link };
    case 'audio':
      return { ...nothing, media: body.audio.link };
    case 'document':
      return { ...nothing, text: body.document.caption ?? '', media: body.document.link };
    case 'interactive':
      return { ...nothing, text: body.interactive.body.text, ...pressableIn(body.interactive) };
    case 'template':
      return { ...nothing, text: body.template.name, template: templateIn(body.template) };
  }
}

type Interactive = Extract<WhatsAppSendBody, { type: 'interactive' }>['interactive'];

function pressableIn(interactive: Interactive): Partial<Shown> {
  const { header } = interactive;
  const media =
    header === undefined || header.type === 'text'
      ? null
      : (Object.values(header).flatMap((value) => (typeof value === 'object' ? [value.link] : []))[0] ??
        null);
  switch (interactive.type) {
    case 'button':
      return { media, options: interactive.action.buttons.map(({ reply }) => reply) };
    case 'list':
      return { options: interactive.action.sections.flatMap(({ rows }) => rows) };
    case 'cta_url': {
      const { display_text: label, url } = interactive.action.parameters;
      return { media, link: { label, url } };
    }
  }
}

type Template = Extract<WhatsAppSendBody, { type: 'template' }>['template'];

function templateIn({ name, language, components = [] }: Template): WhatsAppSend['template'] {
  const parameters = components.flatMap((component) => component.parameters.map(({ text }) => text));
  return { name, language: language.code, parameters };
}
