import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '@trunkline/protocol';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { type IntakeHost, MessageIntake, type SingleFrame } from './message-intake.js';

async function setUp(limits = {}) {
  const { connection, clock } = await new FakeConnection().greeted();
  const log: string[] = [];
  const sinks = new Set<unknown>();
  const host: IntakeHost = {
    dialect: connection.dialect,
    errors: connection.errors,
    watch: connection.watch,
    session: connection.session,
    limits: { ...DEFAULT_LIMITS, ...limits },
    isGreeting: false,
    outbox: {
      isDirect: true,
      answer: (frame) => void log.push(`send ${frame}`),
      send: (frame) => void log.push(`send ${frame}`),
    },
    close: (code, reason) => void log.push(`close ${code} ${reason}`),
    receive: (message: SingleFrame, sink) => {
      sinks.add(sink);
      log.push(message.type);
    },
  };
  return { intake: new MessageIntake(host, clock), host, log, sinks };
}

const ping = { jsonrpc: '2.0', id: 1, method: 'rpc.ping' };
const call = { jsonrpc: '2.0', id: 2, method: 'get' };

describe('MessageIntake', () => {
  it('hands on each message of a frame, those of a batch with one sink for all', async () => {
    const { intake, host, log, sinks } = await setUp();
    intake.text(JSON.stringify(ping));
    expect([...sinks]).toEqual([host.outbox]);
    intake.text(
      JSON.stringify([ping, call, { jsonrpc: '2.0', method: 'rpc.tune', params: { subscription: 1, maxRate: 1 } }]),
    );
    expect(log).toEqual(['ping', 'ping', 'call', 'tune']);
    expect(sinks.size).toBe(2);
  });

  it('answers a batch once its last request has an answer', async () => {
    const { intake, log, sinks } = await setUp();
    intake.text(JSON.stringify([ping, { jsonrpc: '2.0', method: 'rpc.cancel', params: { id: 9 } }, call]));
    const [sink] = sinks as Set<{ answer(frame: string): void }>;
    sink?.answer('1');
    expect(log).not.toContain('send [1]');
    sink?.answer('2');
    expect(log.at(-1)).toBe('send [1,2]');
  });

  it('takes a binary frame for a violation', async () => {
    const { intake, log } = await setUp();
    intake.binary();
    expect(log).toEqual(['violation']);
  });

  it('refuses calls beyond the pace, takes what is no call, and closes who goes on', async () => {
    const { intake, log } = await setUp({ maxMessagesPerSecond: 1, maxMessageBurst: 2 });
    intake.text(JSON.stringify([call, call]));
    intake.text(JSON.stringify(call));
    expect(log[2]).toContain('More than 1 messages came in a second (option limits.maxMessagesPerSecond).');
    intake.text(JSON.stringify(ping));
    expect(log[3]).toBe('ping');
    intake.control();
    expect(log[4]).toBe('close 4104 more than twice 1 messages a second (option limits.maxMessagesPerSecond)');
  });
});
