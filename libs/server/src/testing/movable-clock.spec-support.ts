import { FakeClock } from '@trunkline/testing';
import { type ServerClock, systemClock } from '../clock.js';

/** Time that stands still until a spec moves it, for servers with real sockets: turns of the event loop are the system's. */
export class MovableClock extends FakeClock implements ServerClock {
  afterTurn(action: () => void): void {
    systemClock.afterTurn(action);
  }

  giveWay(action: () => void): void {
    systemClock.giveWay(action);
  }
}
