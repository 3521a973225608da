import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { LogFields } from './logger.js';
import { Observer } from './observer.js';

function createLog() {
  const lines: [level: string, fields: LogFields, message: string][] = [];
  const write =
    (level: string) =>
    (fields: LogFields, message: string): void =>
      void lines.push([level, fields, message]);
  const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { lines, logger };
}

describe('Observer', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is watched when there is a hook or a logger', () => {
    expect(new Observer({}).isWatched).toBe(false);
    expect(new Observer({ onGap: undefined, logger: undefined }).isWatched).toBe(false);
    expect(new Observer({ onGap: () => undefined }).isWatched).toBe(true);
    expect(new Observer({ logger: createLog().logger }).isWatched).toBe(true);
  });

  it('counts, tells and logs a socket that was refused', () => {
    const { lines, logger } = createLog();
    const onConnection = jest.fn();
    const observer = new Observer({ onConnection, logger });
    observer.refused('192.0.2.1', 4003, 'the origin is not listed');
    const facts = { peerAddress: '192.0.2.1', code: 4003, reason: 'the origin is not listed' };
    expect(observer.counters.closes).toEqual({ 4003: 1 });
    expect(onConnection.mock.calls).toEqual([[{ event: 'refused', ...facts }]]);
    expect(lines).toEqual([['warn', facts, 'A socket was refused.']]);
  });

  it('counts by status, tells and logs an upgrade that was refused', () => {
    const { lines, logger } = createLog();
    const onConnection = jest.fn();
    const observer = new Observer({ onConnection, logger });
    for (const status of [404, 429, 404]) observer.upgradeRefused('192.0.2.1', status, 'no');
    const facts = { peerAddress: '192.0.2.1', status: 404, reason: 'no' };
    expect(observer.counters.upgradesRefused).toEqual({ 404: 2, 429: 1 });
    expect(onConnection.mock.calls[0]).toEqual([{ event: 'upgrade-refused', ...facts }]);
    expect(lines[0]).toEqual(['warn', facts, 'An upgrade was refused.']);
  });

  it('prints what a hook throws where there is no logger', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const thrown = new Error('in the hook');
    const hook = (): never => {
      throw thrown;
    };
    new Observer({}).tell('onCall', hook, {});
    expect(print.mock.calls).toEqual([['The onCall hook of a Trunkline server threw:', thrown]]);
  });

  it('writes what a hook throws to the logger, and not to the console', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const { lines, logger } = createLog();
    const thrown = new Error('in the hook');
    new Observer({ logger }).hookFailed('onGap', thrown);
    expect(lines).toEqual([['error', { err: thrown }, 'The onGap hook of a Trunkline server threw:']]);
    expect(print).not.toHaveBeenCalled();
  });

  it('bears a logger that throws, and prints why', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const thrown = new Error('disk full');
    const fail = (): never => {
      throw thrown;
    };
    const observer = new Observer({ logger: { debug: fail, info: fail, warn: fail, error: fail } });
    observer.log('info', {}, 'hello');
    expect(print.mock.calls).toEqual([['The logger of a Trunkline server threw:', thrown]]);
  });

  it('takes the console for a logger', () => {
    const warn = jest.spyOn(console, 'warn').mockReturnValue();
    new Observer({ logger: console }).log('warn', { id: 1 }, 'A sentence.');
    expect(warn.mock.calls).toEqual([[{ id: 1 }, 'A sentence.']]);
  });
});
