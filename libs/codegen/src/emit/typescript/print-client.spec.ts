import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import { hashOf, shapesOf } from '../../contract/shape.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { compileFiles } from './compile-files.js';
import { printClient } from './print-client.js';
import { planTypescript } from './typescript-plan.js';

const print = (contract: Contract): string => printClient(planTypescript(contract, { packageName: 'x' }));

/** How much a page loads for a client without a transformer: minified and gzipped, with the runtime under it. */
async function gzipBytesOf(contract: Contract): Promise<number> {
  const [, module] = await compileFiles([{ path: 'src/client.ts', text: print(contract) }]);
  const { outputFiles } = await build({
    stdin: { contents: module?.text ?? '', resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser', '@trunkline/source'],
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

const verbs =
  'list byId create update remove archive search assign cancel refund approve reject publish rename move copy';
const nouns =
  'orders customers invoices products carts payments shipments returns users roles teams projects tasks comments files folders events alerts hosts metrics reports exports imports webhooks tokens sessions devices regions prices discounts';

/** Procedures as applications call them, each with types of its own. */
function createProcedures(count: number): Readonly<Record<string, ProcedureContract>> {
  const paths = nouns
    .split(' ')
    .flatMap((noun, at) =>
      verbs.split(' ').map((verb, index) => [noun, (at + index) % 4 === 0 ? `${verb}All` : verb].join('.')),
    );
  const entries = [...paths, ...paths.map((path) => `admin.${path}`)].slice(0, count).map((path) => {
    const input = { kind: 'object', properties: [{ name: path, type: { kind: 'string' } }] } as const;
    const source = { input: 'both', output: 'both' } as const;
    return [path, { kind: 'query', input, output: { kind: 'string' }, source }] as const;
  });
  return Object.fromEntries(entries);
}

describe('printClient', () => {
  const text = print(sampleContract);

  it('types every method directly, by namespace', () => {
    expect(text).toContain('  readonly count: Subscription<types.CountInput, types.CountEvent, types.ApiError>;');
    expect(text).toContain('/** The procedures of `orders`. */\nexport interface OrdersApi {');
    expect(text).toContain(
      '  /**\n   * One order.\n   * @throws NOT_FOUND There is no such order.\n   */\n  readonly byId: Query<types.OrdersByIdInput, types.OrdersByIdOutput, types.OrdersByIdError>;',
    );
    expect(text).toContain('  /** @deprecated Use orders.place. */\n  readonly clear: Mutation<');
    expect(text).not.toMatch(/ (extends|infer) .*\?/);
  });

  it('knows the hash of its contract, and the shape of each procedure', () => {
    expect(text).toContain(`hash: '${hashOf(sampleContract)}',`);
    const { count = '', adminUser = '', everyKind = '', tree = '' } = shapesOf(sampleContract);
    expect(text).toContain(`'': ['adminUser count everyKind tree', '${adminUser}${count}${everyKind}${tree}'],`);
  });

  it('keeps names apart that have spaces in them', () => {
    const { count, tree } = sampleContract.procedures;
    if (count === undefined || tree === undefined) throw new Error('The sample has changed.');
    const odd = print({ ...sampleContract, procedures: { 'a b.c': count, 'a.b c': tree } });
    expect(odd).toMatch(/\.\.\.readShapes\(\{\n {6}'a b': \['c', '[\w-]{5}'\],\n {4}\}\),\n {4}'a\.b c': '[\w-]{5}',/);
  });

  it('is both where a path is a procedure and a namespace', () => {
    const { count, tree } = sampleContract.procedures;
    if (count === undefined || tree === undefined) throw new Error('The sample has changed.');
    const both = print({ ...sampleContract, procedures: { a: count, 'a.b': tree } });
    expect(both).toContain('  readonly a: Subscription<types.AInput, types.AEvent, types.ApiError> & AApi;');
  });

  it('brings superjson along, demands another transformer, and refuses one where there is none', () => {
    expect(text).toContain("import superjson from 'superjson';");
    expect(text).toContain('{ ...options, transformer: options.transformer ?? superjson }');
    expect(print({ ...sampleContract, transformer: 'other' })).toContain('  readonly transformer: ClientTransformer;');
    const plain = print({ ...sampleContract, transformer: 'none' });
    expect(plain).toContain('export type ApiOptions = ClientOptions;');
    expect(plain).not.toContain('superjson');
  });

  it('costs a page at most 4 KB for 500 procedures', async () => {
    const bare: Contract = { trunkline: 1, transformer: 'none', procedures: {}, types: {} };
    const procedures = createProcedures(500);
    expect(Object.keys(procedures)).toHaveLength(500);
    const costBytes = (await gzipBytesOf({ ...bare, procedures })) - (await gzipBytesOf(bare));
    expect(costBytes).toBeLessThanOrEqual(4 * 1024);
    expect(costBytes).toBeGreaterThan(2250);
  });
});
