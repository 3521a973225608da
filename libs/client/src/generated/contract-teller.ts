import { type CallParams, readContract } from '@trunkline/protocol';
import type { ContractVoice } from '../dialect/dialect.js';
import type { ContractMark } from './contract-mark.js';

/**
 * Says in one conversation which form of a procedure its client knows, as long as the server may have another: until the
 * welcome, and from then on where that names another contract.
 */
export class ContractTeller implements ContractVoice {
  readonly #contract: ContractMark;
  #tellsShapes = true;

  constructor(contract: ContractMark) {
    this.#contract = contract;
  }

  get hash(): string {
    return this.#contract.hash;
  }

  mark(path: string, params: CallParams): CallParams {
    const { shapes } = this.#contract;
    return this.#tellsShapes && Object.hasOwn(shapes, path) ? { ...params, shape: shapes[path] } : params;
  }

  welcomed(result: unknown): void {
    const served = readContract(result);
    this.#tellsShapes = served !== undefined && served !== this.hash;
  }
}
