import { unreachable } from '@trunkline/protocol';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import { procedureErrors } from '../documents/protocol/procedure-errors.js';
import { descriptionOf } from '../documents/schema/annotate.js';
import { isAlwaysUndefined, mayBeUndefined } from '../documents/schema/may-be-undefined.js';
import type { ProcedureTree } from '../typescript/procedure-tree.js';
import { NameTable, quotePython, toClassName, toPythonName } from './python-name.js';
import { docstring, HEADER } from './python-text.js';

/** What the input and output of a procedure are called in `types.py`. */
export interface ProcedureTypes {
  /** Undefined for a procedure that takes nothing. */
  readonly input: string | undefined;
  readonly output: string;
}

/** `client.py`: a class for each namespace, and a function that opens a connection and gives the whole. */
export function printClient(
  contract: Contract,
  tree: ProcedureTree,
  typesOf: ReadonlyMap<string, ProcedureTypes>,
): string {
  const printer = new ClientPrinter(contract, typesOf);
  printer.printClass(tree);
  return [`${HEADER}${IMPORTS}`, ...printer.classes, CONNECT].join('\n\n\n');
}

const IMPORTS = `"""The procedures of the server, a class for each namespace."""

from __future__ import annotations

import contextlib
import typing as t

from . import types
from ._connection import Connection
from ._errors import ConnectionLost, GapError
from ._subscription import Subscription
from ._wire import CONTRACT, PAYLOAD, PROCEDURES`;

const CONNECT = `@contextlib.asynccontextmanager
async def connect(
    url: str, *, connection_params: dict[str, str] | None = None, instance: str | None = None
) -> t.AsyncIterator[Api]:
    """Opens a connection, for "async with". It does not come back by itself: what is under way when it is lost fails with ConnectionLost.

    connection_params are what the server asks of whoever connects, typically credentials.
    instance is a random name that a client keeps from one connection to the next: without credentials, a mutation that is sent
    again and a subscription that goes on behind a cursor are known by it. It is in api.connection.instance.
    """
    connection = await Connection.open(url, PAYLOAD, PROCEDURES, CONTRACT, connection_params, instance)
    try:
        yield Api(connection)
    finally:
        await connection.close()
`;

class ClientPrinter {
  readonly classes: string[] = [];
  readonly #contract: Contract;
  readonly #typesOf: ReadonlyMap<string, ProcedureTypes>;
  readonly #classNames = new NameTable(['Api', 'Connection', 'ConnectionLost', 'GapError', 'Subscription']);

  constructor(contract: Contract, typesOf: ReadonlyMap<string, ProcedureTypes>) {
    this.#contract = contract;
    this.#typesOf = typesOf;
  }

  /** Prints a namespace, those in it before it. @returns the name of its class. */
  printClass({ path, procedures, namespaces }: ProcedureTree): string {
    const isRoot = path === '';
    const className = isRoot ? 'Api' : this.#classNames.take(toClassName(path));
    const members = new NameTable(['connection', '_connection']);
    const inner = [...namespaces].map(
      ([name, tree]) => `        self.${members.take(toPythonName(name))} = ${this.printClass(tree)}(connection)`,
    );
    const methods = [...procedures].flatMap(([name, procedurePath]) => [
      '',
      ...this.#printMethod(members.take(toPythonName(name)), procedurePath),
    ]);
    this.classes.push(
      [
        `class ${className}:`,
        `    """${isRoot ? 'All procedures.' : `The procedures below ${path.replaceAll('"', '')}.`}"""`,
        '',
        '    def __init__(self, connection: Connection) -> None:',
        ...(isRoot
          ? [
              '        #: What all procedures share: ping(), authenticate(), close().',
              '        self.connection = connection',
            ]
          : []),
        '        self._connection = connection',
        ...inner,
        ...methods,
      ].join('\n'),
    );
    return className;
  }

  #printMethod(name: string, path: string): readonly string[] {
    const procedure = this.#contract.procedures[path];
    const types = this.#typesOf.get(path);
    if (procedure === undefined || types === undefined)
      throw new RangeError(`The contract has no procedure "${path}".`);
    const value = types.input === undefined ? 'None' : 'input';
    const head = printParameters(procedure, types, this.#contract.types);
    const doc = docstring(describeProcedure(procedure), '        ');
    const place = `${quotePython(path)}, ${value}`;
    switch (procedure.kind) {
      case 'query':
        return [
          `    async def ${name}(${head}deadline_ms: int | None = None) -> types.${types.output}:`,
          ...doc,
          `        return t.cast("types.${types.output}", await self._connection.query(${place}, deadline_ms))`,
        ];
      case 'mutation':
        return [
          `    async def ${name}(${head}deadline_ms: int | None = None, key: str | None = None, resend: ConnectionLost | None = None) -> types.${types.output}:`,
          ...doc,
          `        return t.cast("types.${types.output}", await self._connection.mutate(${place}, deadline_ms, key, resend))`,
        ];
      case 'subscription':
        return [
          `    def ${name}(${head}after: str | None = None, max_rate: float | None = None, credit: int = 64, on_gap: t.Callable[[GapError], None] | None = None) -> Subscription[types.${types.output}]:`,
          ...doc,
          `        return self._connection.subscribe(${place}, after=after, max_rate=max_rate, credit=credit, on_gap=on_gap)`,
        ];
      default:
        return unreachable(procedure.kind);
    }
  }
}

function printParameters(procedure: ProcedureContract, { input }: ProcedureTypes, types: Contract['types']): string {
  if (input === undefined || isAlwaysUndefined(procedure.input)) return 'self, *, ';
  return `self, input: types.${input}${mayBeUndefined(procedure.input, types) ? ' | None = None' : ''}, *, `;
}

function describeProcedure(procedure: ProcedureContract): string {
  const declared = procedureErrors(procedure).filter(({ isDeclared }) => isDeclared);
  const errors = declared.map(({ key, meaning }) => `    ${key}: ${meaning}`);
  return [
    descriptionOf(procedure),
    ...(errors.length === 0 ? [] : [`Raises CallError with the code\n${errors.join('\n')}`]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}
