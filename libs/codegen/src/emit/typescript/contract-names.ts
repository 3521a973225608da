import { compareText } from '../../contract/canonical.js';
import type { Contract } from '../../contract/contract.js';
import { isIdentifier, toTypeName } from './identifier.js';

/** What the types of a contract are called in the code that it is made into. No two of them are called the same. */
export interface ContractNames {
  /** The named types, by their name in the contract. */
  readonly types: ReadonlyMap<string, string>;
  /** What belongs to a procedure, by its path. */
  readonly procedures: ReadonlyMap<string, ProcedureNames>;
  /** The interfaces of procedures below a path, by that path. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** What belongs to one procedure. */
export interface ProcedureNames {
  readonly input: string;
  /** Its output; of a subscription, its event. */
  readonly output: string;
  /** Its errors; undefined where it declares none. */
  readonly error: string | undefined;
}

/**
 * Names everything in a contract. Types keep their names where they can; names made of paths come after them, and what would
 * be called the same has a number behind it. The order of the contract's members does not matter.
 *
 * @param namespaces the paths above procedures.
 */
export function nameContract(contract: Contract, namespaces: readonly string[]): ContractNames {
  const taken = new Set(RESERVED);
  const claim = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    return name;
  };
  const claimFor = (keys: readonly string[], wantedFor: (key: string) => string): ReadonlyMap<string, string> =>
    new Map(keys.toSorted(compareText).map((key) => [key, claim(wantedFor(key))]));
  const types = Object.keys(contract.types).toSorted(compareText);
  // A type that is called what it may be called does not give way to one whose name has to be made.
  const asTheyAre = claimFor(types.filter(isIdentifier), (name) => name);
  const made = claimFor(
    types.filter((name) => !isIdentifier(name)),
    toTypeName,
  );
  const procedures = new Map<string, ProcedureNames>();
  for (const [path, procedure] of Object.entries(contract.procedures).toSorted(([left], [right]) =>
    compareText(left, right),
  )) {
    const stem = toTypeName(path);
    procedures.set(path, {
      input: claim(`${stem}Input`),
      output: claim(`${stem}${procedure.kind === 'subscription' ? 'Event' : 'Output'}`),
      error: procedure.errors === undefined ? undefined : claim(`${stem}Error`),
    });
  }
  return {
    types: new Map([...asTheyAre, ...made]),
    procedures,
    namespaces: claimFor(namespaces, (path) => `${toTypeName(path)}Api`),
  };
}

/** What generated code calls by these names: of the language, of the runtime and of its own. */
const RESERVED: readonly string[] = [
  'Array Date Error Map ReadonlyMap ReadonlySet RegExp Set URL Uint8Array',
  'Brand CallOptions CallOutcome ClientMethods ClientOptions ClientTransformer ConnectionState ContractMark Gap GapError',
  'Mutation ProcedureError Query StandardErrorData Subscription TrunklineError UpgradeRequired createGeneratedClient',
  'isErrorOf isUpgradeRequired readShapes',
  'Api ApiClient ApiError ApiErrorData ApiOptions ApiRouter checked contract createClient superjson types z',
].flatMap((line) => line.split(' '));
