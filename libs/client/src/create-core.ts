import { createPlainCodec, createTransformerCodec, type DataTransformer, DEFAULT_BACK_OFF } from '@trunkline/protocol';
import { openDefaultSocket } from '#default-socket';
import { ClientCore } from './client-core.js';
import type { ClientOptions, ClientTransformer } from './client-options.js';
import { systemClock } from './clock.js';
import { DEFAULT_KEEP_ALIVE } from './connection/liveness.js';
import { trunkline } from './dialect/trunkline.js';
import { webSocketOpener } from './sockets/web-socket.js';

/** All that a client can be made with, whatever its type demands. */
export interface CoreOptions extends ClientOptions {
  readonly transformer?: ClientTransformer | undefined;
}

/** The parts of a client, put together from its options. */
export function createCore(options: CoreOptions): ClientCore {
  const { transformer, keepAlive } = options;
  const codec = transformer === undefined ? createPlainCodec() : createTransformerCodec(bothHalvesOf(transformer));
  const core = new ClientCore({
    url: options.url,
    connectionParams: options.connectionParams ?? null,
    dialect: options.dialect ?? trunkline(),
    openSocket: options.WebSocket === undefined ? openDefaultSocket : webSocketOpener(options.WebSocket),
    backOff: { ...DEFAULT_BACK_OFF, ...options.reconnect },
    keepAlive: keepAlive === false ? false : { ...DEFAULT_KEEP_ALIVE, ...keepAlive },
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    codec,
    payload: transformer === undefined ? 'json' : 'transformed',
    client: { name: '@trunkline/client', version: '0.1.0', ...options.identity, instance: randomInstance() },
    maxQueuedCalls: options.maxQueuedCalls ?? 1000,
    maxQueuedMs: options.maxQueuedMs ?? 30_000,
    timeoutMs: options.timeoutMs ?? 0,
    traceparent: options.traceparent,
    maxAnswerCharacters: options.maxAnswerCharacters ?? 64 * 1024 * 1024,
    isLazy: options.lazy ?? true,
    retryAfterRefresh: options.retryAfterRefresh ?? true,
    idleCloseMs: options.idleCloseMs ?? Infinity,
    report: options.onCallbackError ?? reportOnce(),
  });
  if (options.onStateChange !== undefined) core.onStateChange(options.onStateChange);
  return core;
}

// tRPC gives the input's half for what the client writes and the output's half for what it reads.
function bothHalvesOf(transformer: ClientTransformer): DataTransformer {
  if (!('input' in transformer)) return transformer;
  const { input, output } = transformer;
  return { serialize: (value) => input.serialize(value), deserialize: (wire) => output.deserialize(wire) };
}

/** 128 random bits: tells two clients apart, and proves nothing. */
function randomInstance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Once, because a callback that throws for one event throws for every one.
function reportOnce(): (thrown: unknown) => void {
  let hasReported = false;
  return (thrown) => {
    if (hasReported) return;
    hasReported = true;
    // oxlint-disable-next-line no-console -- There is no caller left to tell, and silence would hide a bug.
    console.error('@trunkline/client reports (option onCallbackError; told once):', thrown);
  };
}
