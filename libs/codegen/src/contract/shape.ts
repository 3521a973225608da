import { createHash } from 'node:crypto';
import { canonicalLine, compareText } from './canonical.js';
import { mapChildren } from './children.js';
import type { Contract, ProcedureContract } from './contract.js';
import { namesReachedBy } from './reach.js';
import type { TypeNode } from './type-node.js';

/** 36 bits: two forms of one procedure are told apart but once in 69 thousand million times, in as few bytes as a client can carry for each. */
const SHAPE_CHARACTERS = 6;
const HASH_CHARACTERS = 22;

/**
 * A short name of what travels when a procedure is used: 6 characters of base64url. It changes with the kind and the types,
 * also with those it reaches by name, and not with comments, defaults, meta or the order of properties.
 *
 * @throws RangeError when the contract has no such procedure.
 */
export function shapeOf(contract: Contract, path: string): string {
  const procedure = Object.hasOwn(contract.procedures, path) ? contract.procedures[path] : undefined;
  if (procedure === undefined) throw new RangeError(`The contract has no procedure "${path}".`);
  return digest(describe(contract, procedure)).slice(0, SHAPE_CHARACTERS);
}

/** The name of a contract: 22 characters of base64url (128 bits). Two contracts with the same one serve each other's clients. */
export function hashOf(contract: Contract): string {
  const procedures = Object.entries(contract.procedures).toSorted(([left], [right]) => compareText(left, right));
  const text = procedures.map(([path, procedure]) => `${path} ${digest(describe(contract, procedure))}`).join('\n');
  return digest(text).slice(0, HASH_CHARACTERS);
}

/** The shapes of all procedures, by path. */
export function shapesOf(contract: Contract): Readonly<Record<string, string>> {
  const paths = Object.keys(contract.procedures).toSorted(compareText);
  return Object.fromEntries(paths.map((path) => [path, shapeOf(contract, path)]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function describe({ transformer, types }: Contract, { kind, input, output, tracked }: ProcedureContract): string {
  const reached = namesReachedBy([input, output], types).map((name) => {
    const type = types[name];
    return [name, type === undefined ? null : normalise(type)];
  });
  return canonicalLine([transformer, kind, tracked === true, normalise(input), normalise(output), reached]);
}

/** Without what does not travel, and with members in an order of their own. */
function normalise(node: TypeNode): TypeNode {
  const { doc: _doc, deprecated: _deprecated, default: _default, ...form } = mapChildren(node, normalise);
  switch (form.kind) {
    case 'object':
      return { ...form, properties: form.properties.toSorted((left, right) => compareText(left.name, right.name)) };
    case 'union':
    case 'intersection':
      return { ...form, of: form.of.toSorted((left, right) => compareText(canonicalLine(left), canonicalLine(right))) };
    case 'enum':
      return {
        ...form,
        members: form.members
          .map(({ name, value }) => ({ name, value }))
          .toSorted((left, right) => compareText(left.name, right.name)),
      };
    default:
      return form;
  }
}
