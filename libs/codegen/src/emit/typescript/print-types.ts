import { compareText } from '../../contract/canonical.js';
import { childrenOf } from '../../contract/children.js';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import { printComment } from './doc-comment.js';
import { quote } from './identifier.js';
import { printDeclaration } from './print-declaration.js';
import { HEADER, nameIn, type TypescriptPlan } from './typescript-plan.js';

/** `types.ts`: all types of a contract with names of their own, sorted, and those of each procedure behind them. */
export function printTypes(plan: TypescriptPlan): string {
  const { contract, names, scope, memory } = plan;
  const named = Object.entries(contract.types)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([name, node]) =>
      memory.recall(`declaration of ${name}`, node, () => printDeclaration(nameIn(names.types, name), node, scope)),
    );
  const procedures = Object.entries(contract.procedures)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([path, procedure]) =>
      memory.recall(`declarations at ${path}`, procedure, () => printProcedure(path, procedure, plan)),
    );
  return [HEADER + printImports(plan), ...named, printErrors(plan), ...procedures].join('\n');
}

function printImports({ contract, scope }: TypescriptPlan): string {
  const imported = [
    ...(scope.brands === 'keep' && hasBrand(contract) ? ['Brand'] : []),
    'ProcedureError',
    ...(contract.errorData === undefined ? ['StandardErrorData'] : []),
  ];
  return `import type { ${imported.join(', ')} } from '@trunkline/client/generated';\n`;
}

function printErrors({ contract, scope }: TypescriptPlan): string {
  const about = 'What an error of the server says beside its message.';
  const data = contract.errorData ?? undefined;
  return [
    data === undefined
      ? `${printComment([about])}export type ApiErrorData = StandardErrorData;\n`
      : printDeclaration('ApiErrorData', data, scope, about),
    printComment(['An error of a procedure that declares none.']),
    'export type ApiError = ProcedureError<never, ApiErrorData>;\n',
  ].join('');
}

function printProcedure(path: string, procedure: ProcedureContract, { names, scope }: TypescriptPlan): string {
  const { input, output, error } = nameIn(names.procedures, path);
  const result = procedure.kind === 'subscription' ? 'An event' : 'The output';
  return [
    printDeclaration(input, procedure.input, scope, `The input of \`${path}\`.`),
    printDeclaration(output, procedure.output, scope, `${result} of \`${path}\`.`),
    ...(error === undefined ? [] : [printError(error, path, procedure)]),
  ].join('');
}

function printError(name: string, path: string, { errors = {} }: ProcedureContract): string {
  const codes = Object.keys(errors).toSorted(compareText);
  const lines = codes.map((code) => `- \`${code}\`: ${errors[code] ?? ''}`);
  const comment = printComment([`An error of \`${path}\`. Those that it declares:`, ...lines]);
  return `${comment}export type ${name} = ProcedureError<${codes.map(quote).join(' | ') || 'never'}, ApiErrorData>;\n`;
}

function hasBrand({ types, procedures, errorData }: Contract): boolean {
  const waiting: TypeNode[] = [
    ...Object.values(types),
    ...Object.values(procedures).flatMap(({ input, output }) => [input, output]),
    ...(errorData === undefined ? [] : [errorData]),
  ];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'brand') return true;
    waiting.push(...childrenOf(node));
  }
  return false;
}
