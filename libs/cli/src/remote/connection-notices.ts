import type { ConnectionState } from '@trunkline/client';
import { visible } from '../print/visible.js';
import type { TerminalOutput } from '../terminal/terminal.js';

/** Tells on stderr what happens to a connection after it stood, so that silence of a server is not taken for silence of a network. */
export class ConnectionNotices {
  readonly #output: TerminalOutput;
  #isLost = false;

  constructor(output: TerminalOutput) {
    this.#output = output;
  }

  /** For the client's `onStateChange`. */
  stateChanged(state: ConnectionState): void {
    if (state.name === 'waiting' && !this.#isLost) {
      this.#isLost = true;
      this.#output.write(`trunkline: ${visible(state.cause.message)} Trying again.\n`);
    } else if (state.name === 'connected' && this.#isLost) {
      this.#isLost = false;
      this.#output.write('trunkline: Connected again.\n');
    }
  }
}
