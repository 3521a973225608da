import { describe, expect, it } from '@jest/globals';
import { TRPCError } from '@trpc/server';
import type { Hello } from '@trunkline/protocol';
import { stockDialect } from '../dialect/stock-dialect.js';
import { LazySignal } from '../dispatch/lazy-signal.js';
import type { ErrorReport } from '../router/error-report.js';
import { type FakeConnectionOptions, FakeParts } from '../testing/fake-connection.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import type { Session } from './connection-state.js';
import { Handshake, type HandshakeHost } from './handshake.js';

const HELLO: Hello = {
  type: 'hello',
  id: 1,
  client: {},
  payload: 'transformed',
  features: [],
  connectionParams: { token: 'abc' },
};

class Host implements HandshakeHost {
  readonly log: string[];
  isPreparing = false;
  expiresInMs: number | undefined;
  owner = 'p:ada';
  session: Session | undefined;
  report: ErrorReport | undefined;

  constructor(log: string[]) {
    this.log = log;
  }

  prepared(): void {
    this.isPreparing = true;
    this.log.push('prepared');
  }

  ready(session: Session): void {
    this.isPreparing = false;
    this.session = session;
    this.log.push('ready');
  }

  refused(report: ErrorReport): void {
    this.isPreparing = false;
    this.report = report;
    this.log.push('refused');
  }

  violate(message: string): void {
    this.log.push(`violate ${message}`);
  }

  close(code: number | undefined, reason: string): void {
    this.log.push(`close ${code} ${reason}`);
  }
}

function setUp(options: FakeConnectionOptions = {}) {
  const fake = new FakeParts(options);
  const log: string[] = [];
  const host = new Host(log);
  const handshake = new Handshake(fake.service, fake.parts, host, new LazySignal());
  const sink = { answer: (frame: string) => void log.push(frame.slice(0, 24)) };
  return { clock: fake.clock, notices: fake.notices, log, host, handshake, sink };
}

const failing = (thrown: Error) => ({
  createContext: async () => {
    throw thrown;
  },
});

describe('Handshake', () => {
  it('makes the context from the params of the hello, welcomes, then does what waited, in order', async () => {
    const contexts: unknown[] = [];
    const { handshake, host, log, sink } = setUp({ createContext: (params) => (contexts.push(params), { user: 7 }) });
    handshake.begin(sink);
    const greeting = handshake.greet(HELLO, sink);
    handshake.wait(() => log.push('first'));
    handshake.wait(() => log.push('second'));
    await greeting;
    expect(contexts).toEqual([{ token: 'abc' }]);
    expect(log).toEqual(['prepared', 'ready', '{"jsonrpc":"2.0","id":1,', 'first', 'second']);
    expect(host.session).toMatchObject({ context: { user: 7 }, payload: 'transformed' });
  });

  it('makes the context at once where the peer has nothing to say first, and says nothing itself', async () => {
    const { handshake, clock, log, sink } = setUp({ dialect: stockDialect, greets: false });
    handshake.begin(sink);
    await clock.settle();
    expect(log).toEqual(['prepared', 'ready']);
    expect(clock.pendingCount).toBe(0);
  });

  it('closes when the first message does not come in time, and only then', async () => {
    const { handshake, clock, log, sink } = setUp();
    handshake.begin(sink);
    clock.advance(9999);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['close 4101 no first message in 10000 ms (option helloTimeoutMs)']);
    const inTime = setUp();
    inTime.handshake.begin(inTime.sink);
    await inTime.handshake.greet(HELLO, inTime.sink);
    inTime.clock.advance(60_000);
    expect(inTime.log.join()).not.toContain('close');
  });

  it('keeps as many messages as it may, and not one more', () => {
    const { handshake, log } = setUp({ limits: { maxQueuedBeforeHello: 2 } });
    for (const name of ['a', 'b', 'c']) handshake.wait(() => log.push(name));
    expect(log).toEqual([
      'violate More than 2 messages (option limits.maxQueuedBeforeHello) came before the connection was ready.',
    ]);
  });

  it('answers a hello whose context fails, does what waited, and closes only afterwards', async () => {
    const { handshake, clock, notices, log, sink } = setUp(failing(new Error('secret')));
    const greeting = handshake.greet(HELLO, sink);
    handshake.wait(() => log.push('waited'));
    await greeting;
    expect(log).toEqual(['prepared', '{"jsonrpc":"2.0","id":1,', 'refused', 'waited']);
    await clock.settle();
    expect(log.at(-1)).toBe('close 4100 the context could not be made');
    expect(notices).toEqual(['secret']);
  });

  it('fails a context that does not come in time, and drops it when it comes later', async () => {
    const gate = new Gate<object>();
    const { handshake, host, clock, log, notices, sink } = setUp({ createContext: () => gate.opened });
    const greeting = handshake.greet(HELLO, sink);
    handshake.wait(() => log.push('waited'));
    clock.advance(4999);
    expect(log).toEqual(['prepared']);
    clock.advance(1);
    expect(log).toEqual(['prepared', '{"jsonrpc":"2.0","id":1,', 'refused', 'waited']);
    expect(host.report?.key).toBe('TIMEOUT');
    expect(notices).toEqual(['The context was not made in 5000 ms (option contextTimeoutMs).']);
    gate.open({});
    await greeting;
    await clock.settle();
    expect(log.slice(4)).toEqual(['close 4100 the context could not be made']);
  });

  it('takes back the limit of time for the context once it is there or has failed', async () => {
    for (const options of [{}, failing(new Error('secret'))]) {
      const { handshake, clock, sink } = setUp(options);
      await handshake.greet(HELLO, sink);
      expect(clock.pendingCount).toBe(0);
    }
  });

  it.each([
    ['UNAUTHORIZED', 4300],
    ['FORBIDDEN', 4002],
    ['NOT_FOUND', 4100],
  ] as const)('closes after %s with %i', async (code, closeCode) => {
    const { handshake, clock, host, log, sink } = setUp(failing(new TRPCError({ code })));
    await handshake.greet(HELLO, sink);
    await clock.settle();
    expect(log.at(-1)).toBe(`close ${closeCode} the context could not be made`);
    expect(host.report?.key).toBe(code);
  });

  it('bears a createContext that throws at once', async () => {
    const { handshake, log, sink } = setUp({
      createContext: () => {
        throw new Error('secret');
      },
    });
    await handshake.greet(HELLO, sink);
    expect(log).toContain('refused');
  });

  describe('#abandon', () => {
    it('neither welcomes nor keeps anything', async () => {
      const gate = new Gate<object>();
      const { handshake, host, log, sink } = setUp({ createContext: () => gate.opened });
      const greeting = handshake.greet(HELLO, sink);
      handshake.wait(() => log.push('waited'));
      host.isPreparing = false;
      handshake.abandon();
      gate.open({});
      await greeting;
      expect(log).toEqual(['prepared']);
    });

    it('takes back the limit of time', () => {
      const { handshake, clock, sink } = setUp();
      handshake.begin(sink);
      handshake.abandon();
      expect(clock.pendingCount).toBe(0);
    });
  });
});
