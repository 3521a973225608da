import { canonicalLine, compareText } from './canonical.js';
import type { Contract } from './contract.js';
import { digest } from './digest.js';
import { TypeDigests } from './type-digests.js';

/** 30 bits: two forms of one procedure are told apart but once in a thousand million times, in as few bytes as a client can carry for each. */
const SHAPE_CHARACTERS = 5;
const HASH_CHARACTERS = 22;

/**
 * A short name of what travels when a procedure is used: 5 characters of base64url. It changes with the kind and the types,
 * also with those it reaches by name, and not with comments, defaults, meta or the order of properties.
 *
 * @throws RangeError when the contract has no such procedure.
 */
export function shapeOf(contract: Contract, path: string): string {
  if (!Object.hasOwn(contract.procedures, path)) throw new RangeError(`The contract has no procedure "${path}".`);
  return shapesOf(contract)[path] ?? '';
}

/** The name of a contract: 22 characters of base64url (128 bits). Two contracts with the same one serve each other's clients. */
export function hashOf(contract: Contract): string {
  const text = digestProcedures(contract)
    .map(([path, full]) => `${path} ${full}`)
    .join('\n');
  return digest(text).slice(0, HASH_CHARACTERS);
}

/** The shapes of all procedures, by path. */
export function shapesOf(contract: Contract): Readonly<Record<string, string>> {
  return Object.fromEntries(digestProcedures(contract).map(([path, full]) => [path, full.slice(0, SHAPE_CHARACTERS)]));
}

/**
 * Takes over what was worked out of another contract, for the procedures that are the same objects in both. These must reach
 * the same types, as after `keepUnchanged`.
 */
export function shareDigests(before: Contract, next: Contract): void {
  if (before.transformer !== next.transformer || known.has(next)) return;
  const digests = new Map(digestProcedures(before));
  const kept = Object.entries(next.procedures).flatMap(([path, procedure]): ProcedureDigests => {
    const full = procedure === before.procedures[path] ? digests.get(path) : undefined;
    return full === undefined ? [] : [[path, full]];
  });
  known.set(next, computeDigests(next, new Map(kept)));
}

type ProcedureDigests = readonly (readonly [string, string])[];

/** A contract never changes, and several of the files that are made from it need these. */
const known = new WeakMap<Contract, ProcedureDigests>();

function digestProcedures(contract: Contract): ProcedureDigests {
  const digests = known.get(contract) ?? computeDigests(contract);
  known.set(contract, digests);
  return digests;
}

function computeDigests(
  { transformer, procedures, types }: Contract,
  kept: ReadonlyMap<string, string> = new Map(),
): ProcedureDigests {
  const digests = new TypeDigests(types);
  return Object.entries(procedures)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([path, { kind, input, output, tracked }]) => {
      const full = kept.get(path);
      if (full !== undefined) return [path, full];
      const parts = [transformer, kind, tracked === true, digests.of(input), digests.of(output)];
      return [path, digest(canonicalLine(parts))];
    });
}
