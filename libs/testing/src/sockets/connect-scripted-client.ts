import { once } from 'node:events';
import { NATIVE_SUBPROTOCOL } from '@trunkline/protocol';
import { WebSocket } from 'ws';
import { ScriptedPeer } from './scripted-peer.js';

/** How a scripted client connects. */
export interface ScriptedClientOptions {
  /** What it offers: none for the stock dialect. @default ['trunkline.v1'] */
  readonly subprotocols?: readonly string[] | undefined;
  /** Headers of the upgrade. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Connects a real WebSocket to a server, which says nothing unless a test makes it. Rejects when the server refuses. */
export async function connectScriptedClient(url: string, options: ScriptedClientOptions = {}): Promise<ScriptedPeer> {
  const { subprotocols = [NATIVE_SUBPROTOCOL], headers = {} } = options;
  const socket = new WebSocket(url, [...subprotocols], { headers, perMessageDeflate: false });
  const peer = new ScriptedPeer(socket);
  await once(socket, 'open');
  return peer;
}
