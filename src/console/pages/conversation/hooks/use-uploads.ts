import { useState } from 'react';
import { upload, uploadAnswer } from '../../../../contract/deeds.js';
import { ApiProblem } from '../../../api/api-problem.js';
import { addressOf } from '../../../api/ask.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { say } from '../../../components/toast.js';
import { useWords } from '../../../words/use-words.js';

export interface UploadInHand {
  readonly key: string;
  readonly name: string;
  readonly progress: 'sending' | 'there' | 'failed';
  /** What the server calls it, once it is there. */
  readonly id: string | null;
}

interface Uploads {
  readonly list: readonly UploadInHand[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** Whether none is still on its way, or did not get there. */
  readonly areThere: boolean;
  /** Their ids, to go along with what is sent; the list is empty afterwards. */
  readonly takeAll: () => readonly string[];
}

/** Files that will go along with the next reply: they are sent to the server as soon as they are chosen. */
export function useUploads(conversationId: string): Uploads {
  const { couldNotDo } = useWords().common;
  const problemWords = useProblemWords();
  const [list, setList] = useState<readonly UploadInHand[]>([]);
  const become = (key: string, change: Partial<UploadInHand>): void =>
    setList((known) => known.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const carry = async (key: string, file: File): Promise<void> => {
    try {
      become(key, { progress: 'there', id: await sendFile(conversationId, file) });
    } catch (error) {
      become(key, { progress: 'failed' });
      if (!(error instanceof ApiProblem)) throw error;
      say({ kind: 'problem', words: couldNotDo, why: problemWords(error) });
    }
  };
  return {
    list,
    add: (files) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        setList((known) => [...known, { key, name: file.name, progress: 'sending', id: null }]);
        void carry(key, file);
      }
    },
    remove: (key) => setList((known) => known.filter((one) => one.key !== key)),
    areThere: list.every(({ progress }) => progress === 'there'),
    takeAll: () => {
      setList([]);
      return list.flatMap(({ id }) => (id === null ? [] : [id]));
    },
  };
}

/** @throws {ApiProblem} */
async function sendFile(id: string, file: File): Promise<string> {
  const response = await fetch(addressOf(upload.path, { id }, { name: file.name.slice(0, 200) }), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': file.type || 'application/octet-stream' },
    body: file,
  }).catch((cause: unknown) => {
    throw new ApiProblem(
      { status: 0, code: 'unreachable', message: 'The server cannot be reached.' },
      { cause },
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  const read = uploadAnswer.safeParse(answer);
  if (response.ok && read.success) return read.data.id;
  throw new ApiProblem({ status: response.status, ...wordsOf(answer) });
}

function wordsOf(answer: unknown): { readonly code: string; readonly message: string } {
  const unknown = { code: 'unreadable', message: 'The server gave an answer that cannot be read.' };
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return unknown;
  const { code, message } = answer.error as { code?: unknown; message?: unknown };
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : unknown;
}
