import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import superjson from 'superjson';
import type { Contract, ProcedureContract, Transformer } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { namedTypes, typedValues } from '../documents/schema/typed-value.spec-support.js';
import { emitPython } from './emit-python.js';
import { PythonFolder } from './python.spec-support.js';

const folders: PythonFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folderOf(contract: Contract): PythonFolder {
  const folder = new PythonFolder(emitPython(contract, { packageName: 'shop' }));
  folders.push(folder);
  return folder;
}

const source = { input: 'both', output: 'both' } as const;

describe('emitPython', () => {
  it.each<Transformer>(['none', 'superjson', 'other'])(
    'makes a package that Python compiles, with transformer %s',
    async (transformer) => {
      const folder = folderOf({ ...sampleContract, transformer });
      const printed = await folder.run(`
import compileall, inspect, shop, shop.client, typing
assert compileall.compile_dir("shop", quiet=1)
# Every annotation names something that is there.
for declared in list(vars(shop.types).values()):
    if isinstance(declared, type):
        typing.get_type_hints(declared)
print(",".join(sorted(name for name, _ in inspect.getmembers(shop.client.Orders, inspect.isfunction) if name[0] != "_")))
`);
      expect(printed.trim()).toBe('byId,changes,clear,list,place');
    },
  );

  it('is the same whatever order procedures and types were read in', () => {
    const reversed: Contract = {
      ...sampleContract,
      procedures: Object.fromEntries(Object.entries(sampleContract.procedures).toReversed()),
      types: Object.fromEntries(Object.entries(sampleContract.types).toReversed()),
    };
    expect(emitPython(reversed)).toEqual(emitPython(sampleContract));
  });

  it('ends every file in a newline', () => {
    expect(emitPython(sampleContract).filter(({ text }) => !text.endsWith('\n'))).toEqual([]);
  });

  it.each(['json', 'superjson'] as const)(
    'reads what is written as %s and writes it so that it reads the same',
    async (form) => {
      // Of what belongs to several members of a union, Python may mean another one than was written.
      const cases = fc.sample(typedValues(form), { numRuns: 400, seed: 7 }).filter(({ node }) => !hasUnclear(node));
      const procedures = cases.map(({ node }, index): [string, ProcedureContract] => [
        `p${index}`,
        { kind: 'query', input: node, output: node, source },
      ]);
      const transformer = form === 'json' ? 'none' : 'superjson';
      const folder = folderOf({
        trunkline: 1,
        transformer,
        procedures: Object.fromEntries(procedures),
        types: namedTypes,
      });
      const values = cases.map(({ value }) => (form === 'json' ? { value } : { value: superjson.serialize(value) }));
      folder.write('python/values.json', JSON.stringify(values));
      const printed = await folder.run(ROUND_TRIP);
      const answers: unknown = JSON.parse(printed);
      const back = Array.isArray(answers) ? answers.map((answer: { value?: unknown }) => answer.value) : [];
      cases.forEach(({ node, value }, index) => {
        const expected = form === 'json' ? JSON.parse(JSON.stringify({ value })) : { value };
        const actual =
          form === 'json' ? { value: back[index] } : { value: superjson.deserialize(back[index] as never) };
        expect({ node, ...actual }).toEqual({ node, ...expected });
      });
      expect(cases.length).toBeGreaterThan(200);
    },
  );
});

const ROUND_TRIP = `
import json
from shop._scalars import ABSENT
from shop._wire import PAYLOAD, PROCEDURES
answers = []
with open("values.json") as file:
    cases = json.load(file)
for index, case in enumerate(cases):
    written, read = PROCEDURES[f"p{index}"]
    value = PAYLOAD.read(read, case.get("value", ABSENT))
    answer = PAYLOAD.write(written, value)
    answers.append({} if answer is ABSENT else {"value": answer})
print(json.dumps(answers))
`;

/** Whether a type has values that belong to several members of a union, or of which it says nothing. */
function hasUnclear(node: TypeNode): boolean {
  return /"kind":"(?:union|unknown|hole|void|undefined)"|"Maybe"/.test(JSON.stringify(node));
}
