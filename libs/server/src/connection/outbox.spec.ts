import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { FakeSocket } from '../testing/fake-socket.spec-support.js';
import { Outbox, type OutboxLimits } from './outbox.js';

const LIMITS: OutboxLimits = { highWaterBytes: 10, lowWaterBytes: 4, maxUnsentBytes: 20, stallTimeoutMs: 1000 };

function setUp(limits: OutboxLimits = LIMITS) {
  const socket = new FakeSocket();
  const clock = new FakeServerClock();
  const overflows: string[] = [];
  const outbox = new Outbox(socket, clock, limits, { giveUp: (reason) => overflows.push(reason) });
  return { socket, clock, overflows, outbox };
}

describe('Outbox', () => {
  describe('#send', () => {
    it('writes the messages of one turn at once, in order, when the turn ends', () => {
      const { outbox, socket, clock } = setUp();
      outbox.send('a');
      outbox.send('b');
      expect(socket.log).toEqual([]);
      clock.endTurn();
      outbox.send('c');
      clock.endTurn();
      clock.endTurn();
      expect(socket.log).toEqual([['a', 'b'], ['c']]);
    });

    it('writes at once what is flushed, and not a second time', () => {
      const { outbox, socket, clock } = setUp();
      outbox.send('a');
      outbox.flush();
      expect(socket.log).toEqual([['a']]);
      clock.endTurn();
      outbox.send('b');
      clock.endTurn();
      expect(socket.log).toEqual([['a'], ['b']]);
    });
  });

  describe('#isFull', () => {
    it('counts what is queued and what the system has not taken', () => {
      const { outbox, socket, clock } = setUp();
      outbox.send('12345');
      clock.endTurn();
      outbox.send('67890');
      expect(outbox.isFull).toBe(false);
      outbox.send('+');
      expect(outbox.isFull).toBe(true);
      clock.endTurn();
      expect(outbox.isFull).toBe(true);
      socket.takeAll();
      expect(outbox.isFull).toBe(false);
    });
  });

  describe('#overflowIfUnread', () => {
    it('ends a peer that does not read what the socket itself answers, once', () => {
      const { outbox, socket, overflows } = setUp();
      socket.bufferedBytes = 20;
      outbox.overflowIfUnread();
      expect(overflows).toEqual([]);
      socket.bufferedBytes = 21;
      outbox.overflowIfUnread();
      outbox.overflowIfUnread();
      expect(overflows).toEqual(['21 bytes are unsent, the limit is 20 (option outbox.maxUnsentBytes)']);
    });
  });

  describe('#whenRelieved', () => {
    it('stops reading above the high mark, and reads again at the low mark', () => {
      const { outbox, socket, clock } = setUp();
      for (const frame of ['1234567', '8901', '2345']) {
        outbox.send(frame);
        clock.endTurn();
      }
      expect(socket.actions).toEqual(['pause']);
      socket.take();
      expect(socket.actions).toEqual(['pause']);
      socket.take();
      expect(socket.actions).toEqual(['pause', 'resume']);
    });

    it('calls each waiter back once, at the low mark', () => {
      const { outbox, socket, clock } = setUp();
      const called: string[] = [];
      const again = (): number => called.push('again');
      outbox.send('12345678901');
      clock.endTurn();
      outbox.whenRelieved(again);
      outbox.whenRelieved(again);
      outbox.whenRelieved(() => called.push('other'));
      expect(called).toEqual([]);
      socket.take();
      expect(called).toEqual(['again', 'other']);
      outbox.send('12345678901');
      clock.endTurn();
      socket.take();
      expect(called).toEqual(['again', 'other']);
    });

    it('calls back also when the system takes everything at the moment of writing', () => {
      const { outbox, socket, clock } = setUp();
      socket.takesAtOnce = true;
      let isRelieved = false;
      outbox.send('12345678901');
      outbox.whenRelieved(() => {
        isRelieved = true;
      });
      clock.endTurn();
      socket.take();
      expect(isRelieved).toBe(true);
    });

    it('lets a waiter send so much that it waits again', () => {
      const { outbox, socket, clock } = setUp();
      let relievedCount = 0;
      const sendMore = (): void => {
        relievedCount += 1;
        outbox.send('12345678901');
        outbox.whenRelieved(sendMore);
      };
      sendMore();
      for (let round = 0; round < 3; round += 1) {
        clock.endTurn();
        socket.take();
      }
      expect(relievedCount).toBe(4);
      expect(socket.actions.slice(0, 4)).toEqual(['pause', 'resume', 'pause', 'resume']);
    });

    it('does not call back who was forgotten', () => {
      const { outbox, socket, clock } = setUp();
      const waiter = (): never => {
        throw new Error('was called');
      };
      outbox.send('12345678901');
      clock.endTurn();
      outbox.whenRelieved(waiter);
      outbox.forget(waiter);
      socket.take();
      expect(socket.actions).toEqual(['pause', 'resume']);
    });
  });

  describe('at its limits', () => {
    it('closes only on the message after the one that passed the limit', () => {
      const { outbox, socket, clock, overflows } = setUp();
      outbox.send('x'.repeat(50));
      clock.endTurn();
      expect(overflows).toEqual([]);
      outbox.send('y');
      outbox.send('z');
      expect(overflows).toEqual(['50 bytes are unsent, the limit is 20 (option outbox.maxUnsentBytes)']);
      clock.endTurn();
      expect(socket.frames).toEqual(['x'.repeat(50)]);
    });

    it('takes a message while exactly the limit is unsent', () => {
      const { outbox, clock, overflows } = setUp();
      outbox.send('x'.repeat(20));
      clock.endTurn();
      outbox.send('y');
      clock.endTurn();
      expect(overflows).toEqual([]);
      outbox.send('z');
      expect(overflows).toHaveLength(1);
    });

    it('does not count what is said in the same turn, of which the peer could read nothing yet', () => {
      const { outbox, socket, clock, overflows } = setUp();
      for (let count = 0; count < 10; count += 1) outbox.send('x'.repeat(20));
      clock.endTurn();
      expect(overflows).toEqual([]);
      expect(socket.frames).toHaveLength(10);
    });

    it('does not hold against a peer what was said in the same turn', () => {
      const { outbox, socket, clock, overflows } = setUp();
      for (const letter of 'abc') outbox.send(letter.repeat(20));
      clock.endTurn();
      expect(overflows).toEqual([]);
      socket.takeAll();
      outbox.send('d');
      expect(overflows).toEqual([]);
    });

    it('gives up a peer that takes nothing for too long', () => {
      const { outbox, clock, overflows } = setUp();
      outbox.send('12345678901');
      clock.endTurn();
      clock.advance(999);
      expect(overflows).toEqual([]);
      clock.advance(1);
      expect(overflows).toEqual(['nothing was read for 1000 ms with 11 bytes unsent (option outbox.stallTimeoutMs)']);
      clock.advance(10_000);
      expect(overflows).toHaveLength(1);
    });

    it('bears a peer that takes a little now and then', () => {
      const { outbox, socket, clock, overflows } = setUp();
      for (const frame of ['12345678901', '2345', '6789']) {
        outbox.send(frame);
        clock.endTurn();
      }
      clock.advance(900);
      socket.take();
      clock.advance(900);
      expect(overflows).toEqual([]);
      socket.takeAll();
      clock.advance(10_000);
      expect(overflows).toEqual([]);
      expect(clock.pendingCount).toBe(0);
    });

    it('bears a peer that takes one large message slowly, and gives it up when it stops', () => {
      const { outbox, socket, clock, overflows } = setUp();
      outbox.send('x'.repeat(15));
      clock.endTurn();
      for (let time = 0; time < 5; time += 1) {
        clock.advance(900);
        socket.takePart();
      }
      expect(overflows).toEqual([]);
      clock.advance(2000);
      expect(overflows).toHaveLength(1);
    });

    it('does not time a peer at the high mark', () => {
      const { outbox, clock } = setUp();
      outbox.send('1234567890');
      clock.endTurn();
      expect(clock.pendingCount).toBe(0);
    });
  });

  describe('#close', () => {
    it('drops what is left, and sends, times and calls back nothing afterwards', () => {
      const { outbox, socket, clock, overflows } = setUp();
      const waiter = (): never => {
        throw new Error('was called');
      };
      outbox.send('12345678901');
      clock.endTurn();
      outbox.whenRelieved(waiter);
      outbox.send('late');
      outbox.close();
      outbox.whenRelieved(waiter);
      outbox.send('later');
      outbox.flush();
      clock.endTurn();
      socket.takeAll();
      clock.advance(10_000);
      expect(socket.log).toEqual([['12345678901'], 'pause']);
      expect(overflows).toEqual([]);
      expect(clock.pendingCount).toBe(0);
    });
  });
});
