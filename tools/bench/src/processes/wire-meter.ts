import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import type { WireBytes } from './commands.js';

/** Counts the streams of a server and the bytes on them. */
export class WireMeter {
  readonly #open = new Set<Socket>();
  #received = 0;
  #sent = 0;

  constructor(http: HttpServer) {
    http.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#received += socket.bytesRead;
        this.#sent += socket.bytesWritten;
      });
    });
  }

  get connectionCount(): number {
    return this.#open.size;
  }

  /** Ends all streams at once. */
  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }

  get bytes(): WireBytes {
    let received = this.#received;
    let sent = this.#sent;
    for (const socket of this.#open) {
      received += socket.bytesRead;
      sent += socket.bytesWritten;
    }
    return { received, sent };
  }
}
