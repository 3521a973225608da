import { unreachable } from '@trunkline/protocol';
import type { Contract, ProcedureContract } from '../../../contract/contract.js';
import { printPropertyName, quote } from '../../typescript/identifier.js';
import { isAlwaysUndefined, mayBeUndefined } from '../schema/may-be-undefined.js';
import { exampleValue } from './example-value.js';

/** How a procedure is called from the generated client. */
export function exampleCall(path: string, procedure: ProcedureContract, types: Contract['types']): string {
  const place = path
    .split('.')
    .reduce((text, name) => text + (printPropertyName(name) === name ? `.${name}` : `[${quote(name)}]`), 'api');
  const input = exampleInput(procedure, types);
  switch (procedure.kind) {
    case 'query':
      return result(`await ${place}.query(${input});`, procedure);
    case 'mutation':
      return result(`await ${place}.mutate(${input});`, procedure);
    case 'subscription':
      return `for await (const event of ${place}.subscribe(${input})) {\n  console.log(event);\n}`;
    default:
      return unreachable(procedure.kind);
  }
}

function exampleInput({ input }: ProcedureContract, types: Contract['types']): string {
  if (isAlwaysUndefined(input)) return '';
  const text = exampleValue(input, types);
  return mayBeUndefined(input, types) && (text === '{}' || text === 'undefined') ? '' : text;
}

function result(call: string, { output }: ProcedureContract): string {
  return isAlwaysUndefined(output) ? call : `const output = ${call}`;
}
