import { describe, expect, it } from '@jest/globals';
import type { Authenticate } from '@trunkline/protocol';
import { nativeDialect } from '../dialect/native-dialect.js';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import { Authority, type AuthorityHost, type AuthorityParts } from './authority.js';
import type { Standing } from './credentials.js';

const ADA: Standing = { principal: 'ada', expiresAt: null };
const MESSAGE: Authenticate = { type: 'auth', id: 1, connectionParams: null };

async function setUp(changed: Partial<AuthorityParts> = {}) {
  const { connection, clock } = await new FakeConnection().greeted();
  const log: string[] = [];
  const host: AuthorityHost = {
    session: connection.session,
    outbox: { send: (frame) => void log.push(frame) },
    close: (code, reason) => void log.push(`close ${code} ${reason}`),
    renewed: (context) => void log.push(`renewed ${JSON.stringify(context)}`),
  };
  const authority = new Authority(host, {
    clock,
    dialect: nativeDialect,
    expiryWarningMs: 10,
    contextTimeoutMs: 100,
    knowsPrincipals: true,
    readStanding: () => ADA,
    createContext: () => ({ is: 'new' }),
    report: (thrown) =>
      connection.errors.report(
        thrown,
        { path: undefined, kind: 'unknown', input: undefined, context: undefined },
        connection.request,
      ),
    refuse: (key, message) => connection.errors.refuse(key, message),
    ...changed,
  });
  authority.begin(ADA);
  const sink = { answer: (frame: string) => void log.push(frame.replace('"jsonrpc":"2.0",', '')) };
  return { authority, clock, log, sink };
}

describe('Authority', () => {
  it('answers good credentials before anybody gets the new context', async () => {
    const { authority, log, sink } = await setUp();
    await authority.authenticate(MESSAGE, sink);
    expect(log).toEqual(['{"id":1,"result":{}}', 'renewed {"is":"new"}']);
  });

  it('says nothing once the connection is gone, and lets the half-made context know', async () => {
    const gate = new Gate();
    let signal: AbortSignal | undefined;
    const { authority, log, sink } = await setUp({
      createContext: async (_params, abortion) => {
        ({ signal } = abortion);
        await gate.opened;
        return {};
      },
    });
    const done = authority.authenticate(MESSAGE, sink);
    authority.stop();
    gate.open();
    await done;
    expect(log).toEqual([]);
    expect(signal?.aborted).toBe(true);
  });

  it('aborts the signal of the context in use when the connection goes', async () => {
    let signal: AbortSignal | undefined;
    const { authority, sink } = await setUp({
      createContext: (_params, abortion) => {
        ({ signal } = abortion);
        return {};
      },
    });
    await authority.authenticate(MESSAGE, sink);
    expect(signal?.aborted).toBe(false);
    authority.stop();
    expect(signal?.aborted).toBe(true);
  });

  it('reports what the application’s functions throw, and keeps what it had', async () => {
    const { authority, log, sink } = await setUp({
      readStanding: () => {
        throw new TypeError('secret');
      },
    });
    await authority.authenticate(MESSAGE, sink);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('INTERNAL_SERVER_ERROR');
    expect(log[0]).not.toContain('secret');
    expect(authority.principal).toBe('ada');
  });

  it('warns through the dialect and closes at the end', async () => {
    const { authority, clock, log } = await setUp();
    authority.begin({ principal: 'ada', expiresAt: clock.now() + 50 });
    expect(authority.expiresInMs).toBe(50);
    clock.advance(50);
    expect(log[0]).toContain('"rpc.expiring","params":{"inMs":10}');
    expect(log[1]).toBe('close 4301 the credentials have expired (option expiresAt)');
  });
});
