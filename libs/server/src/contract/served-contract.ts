import { isJsonRecord } from '@trunkline/protocol';
import type { ContractOptions } from './contract-options.js';

/** The contract that generated clients are held to. */
export class ServedContract {
  readonly hash: string;
  /** JSON text of the document that `rpc.discover` is answered with; undefined for none. */
  readonly document: string | undefined;
  readonly #shapes: ReadonlyMap<string, readonly string[]>;

  constructor(hash: string, shapes: ReadonlyMap<string, readonly string[]>, document: string | undefined) {
    this.hash = hash;
    this.#shapes = shapes;
    this.document = document;
  }

  /** Whether a client may call a procedure that knows it in this form. Of a procedure that is not listed no form is served. */
  serves(path: string, shape: string): boolean {
    return this.#shapes.get(path)?.includes(shape) === true;
  }
}

/**
 * Reads the option `contract`.
 *
 * @throws TypeError for what is not of the form of `compatibility.json`, or no OpenRPC document.
 */
export function readServedContract(options: ContractOptions | undefined): ServedContract | undefined {
  if (options === undefined) return undefined;
  const { compatibility, discover } = options;
  const { trunkline, contract, procedures }: Readonly<Record<string, unknown>> = isJsonRecord(compatibility)
    ? compatibility
    : refuse('', compatibility, 'the object that compatibility.json of the generated client holds');
  if (trunkline !== 1) refuse('.trunkline', trunkline, '1, the version of the format that this server reads');
  if (typeof contract !== 'string') return refuse('.contract', contract, 'the hash of the contract, a string');
  if (!isJsonRecord(procedures)) return refuse('.procedures', procedures, 'an object of lists by path');
  return new ServedContract(contract, readShapes(procedures), readDocument(discover));
}

function readShapes(procedures: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(procedures).map(([path, shapes]) => [
      path,
      isTextList(shapes) ? shapes : refuse(`.procedures["${path}"]`, shapes, 'a list of strings'),
    ]),
  );
}

function readDocument(discover: unknown): string | undefined {
  if (discover === undefined) return undefined;
  if (isJsonRecord(discover) && typeof discover['openrpc'] === 'string') return JSON.stringify(discover);
  throw new TypeError(
    `The option contract.discover is ${describe(discover)}; it must be an OpenRPC document, which has the member openrpc.`,
  );
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function refuse(place: string, value: unknown, wanted: string): never {
  throw new TypeError(`The option contract.compatibility${place} is ${describe(value)}; it must be ${wanted}.`);
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
