import { connect, type Socket } from 'node:net';

/** A connection to the server on which the test writes bytes of its own. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Everything that arrives until `isEnough`, or until the server closes the connection. */
export function readUntil(socket: Socket, isEnough: (text: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (isEnough(text)) resolve(text);
    });
    socket.once('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
}

export const untilHead = (text: string): boolean => text.includes('\r\n\r\n');
