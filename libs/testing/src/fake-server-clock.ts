import { afterTurn, giveWay } from './clock.js';
import { FakeClock } from './fake-clock.js';

/** A fake clock for a server: time stands still until a test moves it, while the turns of the event loop are real. */
export class FakeServerClock extends FakeClock {
  afterTurn(action: () => void): void {
    afterTurn(action);
  }

  giveWay(action: () => void): void {
    giveWay(action);
  }
}
