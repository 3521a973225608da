import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Says why the server could not begin to listen, and what to do. */
export class ListenFailed extends Error {
  override readonly name = 'ListenFailed';
}

/** Settles with the port that is listened on; rejects with `ListenFailed`. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      reject(new ListenFailed(explain(error, port, host), { cause: error }));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port.');
  return address.port;
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023: PORT=4400 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `"${host}" is no address of this machine. Set HOST to one that is, or to 0.0.0.0 for all of them.`;
    default:
      return `Port ${port} on ${host} cannot be listened on: ${error.message}`;
  }
}
