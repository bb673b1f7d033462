import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const program = require.resolve('yaml-language-server/bin/yaml-language-server');

/** As the protocol counts: from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position };
}

export interface Completion {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Which files an editor holds to which schema, by the schema's address. */
export type SchemaSettings = Readonly<Record<string, readonly string[]>>;

/**
 * The server that editors ask about YAML, as a process of its own that is spoken to as an editor speaks to it: the Language
 * Server Protocol over its standard input and output.
 */
export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #diagnostics = new Map<string, (found: readonly Diagnostic[]) => void>();
  #unread = Buffer.alloc(0);
  #lastId = 0;
  #lastVersion = 0;

  readonly #schemas: SchemaSettings;
  /** Without its settings it has nothing to offer: what is asked before goes unanswered, without a word. */
  readonly #configured: Promise<void>;
  #tellConfigured = (): void => undefined;

  private constructor(schemas: SchemaSettings) {
    this.#schemas = schemas;
    this.#configured = new Promise((resolve) => (this.#tellConfigured = resolve));
    this.#process = spawn(process.execPath, [program, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** @param root The folder that is open in the editor, as an address. */
  static async start(schemas: SchemaSettings, root: string): Promise<LanguageServer> {
    const server = new LanguageServer(schemas);
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'flows' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    server.#tell('initialized', {});
    await server.#configured;
    return server;
  }

  async stop(): Promise<void> {
    await this.#ask('shutdown', undefined);
    const ended = once(this.#process, 'exit');
    this.#tell('exit', undefined);
    await ended;
  }

  /** What the editor shows as wrong in a file; resolves with the server's own word that it has looked. */
  async problemsIn(uri: string, text: string): Promise<readonly Diagnostic[]> {
    const looked = new Promise<readonly Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    this.open(uri, text);
    return looked;
  }

  open(uri: string, text: string): void {
    const version = ++this.#lastVersion;
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
  }

  async complete(uri: string, position: Position): Promise<readonly Completion[]> {
    const answer = await this.#ask('textDocument/completion', { textDocument: { uri }, position });
    return (answer as { items?: readonly Completion[] } | null)?.items ?? [];
  }

  /** The help at that place; empty where there is none. */
  async hover(uri: string, position: Position): Promise<string> {
    const answer = await this.#ask('textDocument/hover', { textDocument: { uri }, position });
    return (answer as { contents?: { value?: string } } | null)?.contents?.value ?? '';
  }

  async #ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    const { error, result } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #take(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (;;) {
      const end = this.#unread.indexOf('\r\n\r\n');
      const [, length] =
        /Content-Length: (\d+)/u.exec(this.#unread.toString('utf8', 0, Math.max(end, 0))) ?? [];
      const last = end + 4 + Number(length);
      if (length === undefined || this.#unread.length < last) return;
      const message = JSON.parse(this.#unread.toString('utf8', end + 4, last)) as Message;
      this.#unread = this.#unread.subarray(last);
      this.#receive(message);
    }
  }

  #receive(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      if (id !== undefined) this.#answers.get(id)?.(message);
    } else if (id !== undefined) {
      const asksForSettings = method === 'workspace/configuration';
      this.#send({ id, result: asksForSettings ? this.#configure(params) : null });
      if (asksForSettings) this.#tellConfigured();
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
      this.#diagnostics.delete(uri);
    }
  }

  /** The user's settings, section by section as they are asked for. */
  #configure(params: unknown): readonly unknown[] {
    const { items } = params as { readonly items: readonly { readonly section: string }[] };
    const yaml = { schemas: this.#schemas, schemaStore: { enable: false }, hover: true, completion: true };
    return items.map(({ section }) => (section === 'yaml' ? yaml : null));
  }
}
