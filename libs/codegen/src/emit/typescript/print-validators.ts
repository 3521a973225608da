import { compareText } from '../../contract/canonical.js';
import type { TypeNode } from '../../contract/type-node.js';
import { printValidator, type ValidatorScope } from './print-validator.js';
import { HEADER, nameIn, type TypescriptPlan } from './typescript-plan.js';

/** `validators.ts`: a schema for each named type, and for what each procedure takes and gives, called as the types are. */
export function printValidators({ contract, names, memory }: TypescriptPlan): string {
  const types = new Map(Object.entries(contract.types));
  const scope: ValidatorScope = {
    nameOf: (name) => nameIn(names.types, name),
    typeOf: (name) => nameIn(types, name),
  };
  const print = (name: string, node: TypeNode): string =>
    `export const ${name}: z.ZodMiniType<types.${name}, types.${name}> = /* @__PURE__ */ checked(() => ${printValidator(node, scope)});\n`;
  const named = [...types].toSorted(([left], [right]) => compareText(left, right));
  const procedures = Object.entries(contract.procedures).toSorted(([left], [right]) => compareText(left, right));
  const printed = [
    ...named.map(([name, node]) => memory.recall(`validator of ${name}`, node, () => print(scope.nameOf(name), node))),
    ...procedures.flatMap(([path, procedure]) =>
      memory.recall(`validators at ${path}`, procedure, () => {
        const own = nameIn(names.procedures, path);
        return [print(own.input, procedure.input), print(own.output, procedure.output)];
      }),
    ),
  ];
  // Without a schema there is nothing that would use these.
  if (printed.length === 0) return `${HEADER}export {};\n`;
  return [IMPORTS, ...printed, CHECKED].join('\n');
}

const IMPORTS = `${HEADER}import * as z from 'zod/mini';
import type * as types from './types.js';
`;

// Built when it is first used, so that types may be in themselves and nobody bundles a schema that is not used.
const CHECKED = `// The types say more than schemas can, such as brands.
function checked<T>(create: () => z.ZodMiniType): z.ZodMiniType<T, T> {
  return z.lazy(create) as unknown as z.ZodMiniType<T, T>;
}
`;
