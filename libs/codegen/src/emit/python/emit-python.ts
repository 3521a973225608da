import { compareText } from '../../contract/canonical.js';
import type { Contract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import { sortedProcedures } from '../documents/print-document.js';
import { isAlwaysUndefined } from '../documents/schema/may-be-undefined.js';
import type { GeneratedFile } from '../generated-file.js';
import { createProcedureTree } from '../typescript/procedure-tree.js';
import { type ProcedureTypes, printClient } from './print-client.js';
import { printWire } from './print-wire.js';
import { toClassName, toPythonName } from './python-name.js';
import type { PythonOptions } from './python-options.js';
import { HEADER } from './python-text.js';
import { CONNECTION_SOURCE } from './runtime/connection-source.js';
import { CONTAINERS_SOURCE } from './runtime/containers-source.js';
import { ERRORS_SOURCE } from './runtime/errors-source.js';
import { PAYLOAD_SOURCE } from './runtime/payload-source.js';
import { SCALARS_SOURCE } from './runtime/scalars-source.js';
import { SUBSCRIPTION_SOURCE } from './runtime/subscription-source.js';
import { TypePrinter } from './type-printer.js';

/** A client in Python, for 3.11 and newer with `websockets` 10.4 and newer: one package in the folder `python`. */
export function emitPython(
  contract: Contract,
  { packageName = 'api_client' }: PythonOptions = {},
): readonly GeneratedFile[] {
  const folder = `python/${toPythonName(packageName)}`;
  const sorted: Contract = { ...contract, types: sortMembers(contract.types) };
  const { text, typesOf } = printTypes(sorted);
  const runtime: Readonly<Record<string, string>> = {
    '_connection.py': CONNECTION_SOURCE,
    '_containers.py': CONTAINERS_SOURCE,
    '_errors.py': ERRORS_SOURCE,
    '_payload.py': PAYLOAD_SOURCE,
    '_scalars.py': SCALARS_SOURCE,
    '_subscription.py': SUBSCRIPTION_SOURCE,
  };
  const tree = createProcedureTree(Object.keys(contract.procedures));
  return [
    { path: `${folder}/__init__.py`, text: ENTRY },
    { path: `${folder}/client.py`, text: printClient(sorted, tree, typesOf) },
    { path: `${folder}/types.py`, text },
    { path: `${folder}/_wire.py`, text: printWire(sorted) },
    ...Object.entries(runtime).map(([name, source]) => ({ path: `${folder}/${name}`, text: HEADER + source })),
    { path: `${folder}/py.typed`, text: '\n' },
  ];
}

const ENTRY = `${HEADER}"""A client made from the contract of a Trunkline server."""

from . import types
from ._errors import CallError, ConnectionLost, GapError, ProtocolViolated, TrunklineError, UpgradeRequired
from ._subscription import Subscription
from .client import Api, connect

__all__ = [
    "Api",
    "CallError",
    "ConnectionLost",
    "GapError",
    "ProtocolViolated",
    "Subscription",
    "TrunklineError",
    "UpgradeRequired",
    "connect",
    "types",
]
`;

function printTypes(contract: Contract): { text: string; typesOf: ReadonlyMap<string, ProcedureTypes> } {
  const printer = new TypePrinter(contract.types);
  printer.declareTypes();
  const typesOf = new Map<string, ProcedureTypes>();
  for (const [path, { kind, input, output }] of sortedProcedures(contract)) {
    const name = toClassName(path);
    typesOf.set(path, {
      input: isAlwaysUndefined(input) ? undefined : printer.declareAs(`${name}Input`, withoutUndefined(input)),
      output: printer.declareAs(name + (kind === 'subscription' ? 'Event' : 'Output'), output),
    });
  }
  const head = `${HEADER}"""What procedures take and give."""\n\nfrom __future__ import annotations\n\nimport datetime as dt\nimport typing as t`;
  return { text: `${[head, ...printer.declarations()].join('\n\n')}\n`, typesOf };
}

// What may be left out is a parameter with the default None; the type need not say so again.
function withoutUndefined(node: TypeNode): TypeNode {
  if (node.kind !== 'union') return node;
  const members = node.of.filter((member) => !isAlwaysUndefined(member));
  const [only] = members;
  return only !== undefined && members.length === 1 ? only : { ...node, of: members };
}

function sortMembers<T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).toSorted(([left], [right]) => compareText(left, right)));
}
