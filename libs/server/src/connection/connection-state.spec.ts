import { describe, expect, it } from '@jest/globals';
import type { ClientMessage } from '@trunkline/protocol';
import { internalError } from '../router/error-report.js';
import { PLAIN_CODECS } from '../router/router-codecs.js';
import { type ConnectionState, decideReception, type Reception } from './connection-state.js';

const session = { context: {}, codecs: PLAIN_CODECS, payload: 'json', takesParts: false, contract: null } as const;
const report = internalError();

const STATES: Readonly<Record<ConnectionState['name'], ConnectionState>> = {
  greeting: { name: 'greeting' },
  preparing: { name: 'preparing' },
  ready: { name: 'ready', session },
  refusing: { name: 'refusing', report, session },
  closing: { name: 'closing' },
  closed: { name: 'closed' },
};

const REQUESTS = ['call', 'cancel', 'unsubscribe', 'credit', 'discover'] as const;
const SIGNS_OF_LIFE = ['ping', 'pong'] as const;

describe('decideReception', () => {
  it.each<[ConnectionState['name'], Reception, Reception, Reception]>([
    // State, then what becomes of a hello, of a sign of life and of everything else.
    ['greeting', 'greet', 'handle', 'wait'],
    ['preparing', 'violate', 'handle', 'wait'],
    ['ready', 'violate', 'handle', 'handle'],
    ['refusing', 'deny', 'deny', 'deny'],
    ['closing', 'drop', 'drop', 'drop'],
    ['closed', 'drop', 'drop', 'drop'],
  ])('of a connection that is %s', (name, hello, signOfLife, request) => {
    const decide = (message: ClientMessage['type']): Reception => decideReception(STATES[name], message);
    expect(decide('hello')).toBe(hello);
    expect(SIGNS_OF_LIFE.map(decide)).toEqual(SIGNS_OF_LIFE.map(() => signOfLife));
    expect(REQUESTS.map(decide)).toEqual(REQUESTS.map(() => request));
  });
});
