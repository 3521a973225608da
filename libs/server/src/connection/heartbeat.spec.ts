import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { type Beating, Heartbeat } from './heartbeat.js';

class Peer implements Beating {
  readonly log: string[] = [];
  hasBeenHeard = true;

  ping(): void {
    this.hasBeenHeard = false;
    this.log.push('ping');
  }

  terminate(): void {
    this.log.push('terminate');
  }
}

describe('Heartbeat', () => {
  it('pings those that were heard at its pace, and cuts those that were not heard since', () => {
    const clock = new FakeServerClock();
    const alive = new Peer();
    const silent = new Peer();
    new Heartbeat(clock, 1000, [alive, silent]).start();
    clock.advance(999);
    expect(alive.log).toEqual([]);
    clock.advance(1);
    alive.hasBeenHeard = true;
    clock.advance(1000);
    expect(alive.log).toEqual(['ping', 'ping']);
    expect(silent.log).toEqual(['ping', 'terminate']);
  });

  it('sees who comes later, with one timer for all', () => {
    const clock = new FakeServerClock();
    const peers = new Set<Peer>();
    new Heartbeat(clock, 1000, peers).start();
    clock.advance(1000);
    const late = new Peer();
    peers.add(late).add(new Peer());
    clock.advance(1000);
    expect(late.log).toEqual(['ping']);
    expect(clock.pendingCount).toBe(1);
  });

  it('goes on when a peer leaves while it is cut', () => {
    const clock = new FakeServerClock();
    const peers = new Set<Peer>();
    const leaving = new Peer();
    const staying = new Peer();
    leaving.hasBeenHeard = false;
    leaving.terminate = () => peers.delete(leaving);
    peers.add(leaving).add(staying);
    new Heartbeat(clock, 1000, peers).start();
    clock.advance(1000);
    expect([...peers]).toEqual([staying]);
    expect(staying.log).toEqual(['ping']);
  });

  it('stops for good', () => {
    const clock = new FakeServerClock();
    const heartbeat = new Heartbeat(clock, 1000, []);
    heartbeat.stop();
    heartbeat.start();
    heartbeat.stop();
    expect(clock.pendingCount).toBe(0);
  });

  it('is switched off by a pace of 0', () => {
    const clock = new FakeServerClock();
    new Heartbeat(clock, 0, []).start();
    expect(clock.pendingCount).toBe(0);
  });
});
