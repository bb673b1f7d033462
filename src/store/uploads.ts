import type { MediaKind } from '../core/message.js';

/** Something that an agent sends along, or will. */
export interface Upload {
  readonly id: string;
  /** Whoever has it may fetch the file, as a platform must: not to be guessed. */
  readonly token: string;
  readonly kind: MediaKind;
  readonly mimeType: string;
  /** As the agent's machine calls it. */
  readonly name: string;
  /** Length of the file. */
  readonly bytes: number;
}

export interface NewUpload extends Upload {
  readonly conversationId: string;
  readonly userId: string | null;
  readonly content: Buffer;
  readonly createdAt: number;
}

export interface UploadContent {
  readonly mimeType: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Files that agents send along: the conversation's, and erased with it. */
export interface Uploads {
  /** False: there is no such conversation. */
  saveUpload(upload: NewUpload): Promise<boolean>;
  /** In the order asked for; what is not the conversation's is left out. */
  findUploads(conversationId: string, ids: readonly string[]): Promise<readonly Upload[]>;
  /** They were sent: from here on they stay as long as the conversation. */
  keepUploads(ids: readonly string[], now: number): Promise<void>;
  /** Null: there is none of this token. */
  readUpload(token: string): Promise<UploadContent | null>;
  /** Removes those that were uploaded before then and never sent; answers how many. */
  pruneUploads(before: number): Promise<number>;
}
