import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Contract, hashOf, printContract } from '@trunkline/codegen';
import { FakeTerminal } from '../../testing/fake-terminal.js';

const contract: Contract = {
  trunkline: 1,
  transformer: 'none',
  procedures: {
    ping: {
      kind: 'query',
      input: { kind: 'void' },
      output: { kind: 'string' },
      source: { input: 'both', output: 'both' },
    },
  },
  types: {},
};

let folder: string;
let terminal: FakeTerminal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-docs-'));
  terminal = new FakeTerminal({ cwd: folder });
  writeFileSync(join(folder, 'contract.json'), printContract(contract));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'docs', name), 'utf8'));

describe('trunkline docs', () => {
  it('makes the documents of a contract, and does not write them again', async () => {
    expect(await terminal.run('docs', '--contract', 'contract.json', '--out', 'docs')).toBe(0);
    expect(readdirSync(join(folder, 'docs')).toSorted()).toEqual([
      'asyncapi.json',
      'openrpc.json',
      'reference.md',
      'schemas',
    ]);
    expect(read('openrpc.json')).toMatchObject({ info: { title: 'API', version: hashOf(contract) } });
    await terminal.run('docs', '--contract', 'contract.json', '--out', 'docs');
    expect(terminal.stdout.lines).toEqual([
      'docs: 4 files written, 0 unchanged.',
      'docs: 0 files written, 4 unchanged.',
    ]);
  });

  it('says in them what it is told', async () => {
    const about = ['--title', 'Shop', '--api-version', '2', '--description', 'All.', '--url', 'wss://shop.example/rpc'];
    await terminal.run('docs', '--contract', 'contract.json', '--out', 'docs', ...about);
    expect(read('openrpc.json')).toMatchObject({
      info: { title: 'Shop', version: '2', description: 'All.' },
      servers: [{ url: 'wss://shop.example/rpc' }],
    });
  });

  it('ends with 2 where there is no contract, and with 1 where it is not told of one', async () => {
    expect(await terminal.run('docs', '--contract', 'none.json', '--out', 'docs')).toBe(2);
    expect(terminal.stderr.text).toContain('none.json cannot be read');
    expect(await terminal.run('docs', '--out', 'docs')).toBe(1);
    expect(terminal.stderr.text).toContain("required option '--contract <contract>' not specified");
  });
});
