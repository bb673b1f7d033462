/** Body of `POST /{phone number id}/messages`, without what every one of them has. */
export type WhatsAppContent =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | { readonly type: 'image'; readonly image: WhatsAppMedia }
  | { readonly type: 'video'; readonly video: WhatsAppMedia }
  | { readonly type: 'audio'; readonly audio: { readonly link: string } }
  | { readonly type: 'document'; readonly document: WhatsAppDocument }
  | { readonly type: 'interactive'; readonly interactive: WhatsAppInteractive }
  | { readonly type: 'template'; readonly template: WhatsAppTemplate };

export interface WhatsAppMedia {
  readonly link: string;
  readonly caption?: string;
}

export interface WhatsAppDocument extends WhatsAppMedia {
  readonly filename?: string;
}

export type WhatsAppHeader =
  | { readonly type: 'image'; readonly image: { readonly link: string } }
  | { readonly type: 'video'; readonly video: { readonly link: string } }
  | { readonly type: 'document'; readonly document: { readonly link: string; readonly filename?: string } };

export type WhatsAppInteractive = {
  readonly body: { readonly text: string };
  readonly header?: WhatsAppHeader;
} & (
  | { readonly type: 'button'; readonly action: { readonly buttons: readonly ReplyButton[] } }
  | {
      readonly type: 'list';
      readonly action: {
        readonly button: string;
        readonly sections: readonly [{ readonly rows: readonly ListRow[] }];
      };
    }
  | {
      readonly type: 'cta_url';
      readonly action: {
        readonly name: 'cta_url';
        readonly parameters: { readonly display_text: string; readonly url: string };
      };
    }
);

export interface ReplyButton {
  readonly type: 'reply';
  readonly reply: { readonly id: string; readonly title: string };
}

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface WhatsAppTemplate {
  readonly name: string;
  readonly language: { readonly code: string; readonly policy: 'deterministic' };
  readonly components?: readonly [
    {
      readonly type: 'body';
      readonly parameters: readonly { readonly type: 'text'; readonly text: string }[];
    },
  ];
}

/** A phone number with its plus, or a business-scoped user id. */
export type WhatsAppAddress = { readonly to: string } | { readonly recipient: string };

export type WhatsAppRequest = {
  readonly messaging_product: 'whatsapp';
  readonly recipient_type: 'individual';
  /** Comes back in every status of the message: by it a send is found again whose answer was lost (P7). */
  readonly biz_opaque_callback_data: string;
} & WhatsAppAddress &
  WhatsAppContent;
