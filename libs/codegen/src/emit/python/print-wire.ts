import { compareText } from '../../contract/canonical.js';
import type { Contract } from '../../contract/contract.js';
import { hashOf, shapesOf } from '../../contract/shape.js';
import { sortedProcedures } from '../documents/print-document.js';
import { printCodec } from './print-codec.js';
import { quotePython } from './python-name.js';
import { HEADER } from './python-text.js';

/** `_wire.py`: what the values of every procedure become on the wire. Without superjson it is plain JSON, whatever the server's transformer. */
export function printWire(contract: Contract): string {
  const types = Object.entries(contract.types)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([name, node]) => `TYPES[${quotePython(name)}] = ${printCodec(node, contract.types)}`);
  const procedures = sortedProcedures(contract).map(
    ([path, { input, output }]) =>
      `    ${quotePython(path)}: (${printCodec(input, contract.types)}, ${printCodec(output, contract.types)}),`,
  );
  const shapes = Object.entries(shapesOf(contract)).map(
    ([path, shape]) => `    ${quotePython(path)}: ${quotePython(shape)},`,
  );
  const lines = [
    ...(contract.transformer === 'superjson' ? SUPERJSON : JSON_FORM),
    '',
    'TYPES: dict[str, Codec] = {}',
    ...types,
    '',
    'PROCEDURES: dict[str, tuple[Codec, Codec]] = {',
    ...procedures,
    '}',
    '',
    '# What the server is told of the contract that this was made from: its hash, and the form of each procedure.',
    `CONTRACT: tuple[str, dict[str, str]] = (${quotePython(hashOf(contract))}, {`,
    ...shapes,
    '})',
    '',
  ];
  return `${HEADER}${IMPORTS}\n\n${lines.join('\n')}`;
}

const IMPORTS = `"""What the values of each procedure become on the wire."""

from __future__ import annotations

from ._containers import ANYTHING, All, Array, Map, Named, Object, Set, Tuple, Union
from ._payload import PlainPayload, SuperjsonPayload
from ._scalars import ABSENT, BigInt, BigLiteral, Bytes, Codec, Date, ErrorValue, Noted, Nothing, Number, OneOf, Plain

TEXT = Plain(str)
BOOLEAN = Plain(bool)
NULL = Plain(type(None))
BIG_INT = BigInt()`;

const SUPERJSON = [
  'NUMBER: Codec = Number()',
  'UNDEFINED = Nothing("undefined")',
  'DATE = Date(False)',
  'URL: Codec = Noted("URL")',
  'REG_EXP: Codec = Noted("regexp")',
  'BYTES: Codec = Bytes()',
  'ERROR: Codec = ErrorValue()',
  'PAYLOAD = SuperjsonPayload()',
];

const JSON_FORM = [
  'NUMBER: Codec = Plain(int, float)',
  'UNDEFINED = Nothing(ABSENT)',
  'DATE = Date(True)',
  'URL: Codec = TEXT',
  'REG_EXP: Codec = ANYTHING',
  'BYTES: Codec = ANYTHING',
  'ERROR: Codec = ANYTHING',
  'PAYLOAD = PlainPayload()',
];
