import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Contract, printContract, type TypeNode } from '@trunkline/codegen';
import { FakeTerminal } from '../../testing/fake-terminal.js';

let folder: string;
let terminal: FakeTerminal;

const contractOf = (output: TypeNode): Contract => ({
  trunkline: 1,
  transformer: 'none',
  procedures: {
    'orders.count': { kind: 'query', input: { kind: 'void' }, output, source: { input: 'both', output: 'both' } },
  },
  types: {},
});
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-breaking-'));
  terminal = new FakeTerminal({ cwd: folder });
  put('old.json', printContract(contractOf({ kind: 'number' })));
  put('new.json', printContract(contractOf({ kind: 'string' })));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('trunkline breaking', () => {
  it('says what breaks, and ends with 1', async () => {
    expect(await terminal.run('breaking', '--against', 'old.json', '--contract', 'new.json')).toBe(1);
    expect(terminal.stdout.text).toContain('orders.count output');
    expect(terminal.stdout.text).toContain('was: number, now: string');
  });

  it('ends with 0 where nothing breaks, or nothing that counts', async () => {
    expect(await terminal.run('breaking', '--against', 'old.json', '--contract', 'old.json')).toBe(0);
    expect(terminal.stdout.text).toBe('Nothing breaks.\n');
    const [, rule = ''] = /^breaking (\w+)/u.exec(await printed('text')) ?? [];
    const ignored = ['--ignore', `${rule}:orders.*`];
    expect(await terminal.run('breaking', '--against', 'old.json', '--contract', 'new.json', ...ignored)).toBe(0);
  });

  it('prints for programs and for annotations', async () => {
    expect(JSON.parse(await printed('json'))).toEqual([
      expect.objectContaining({ level: 'breaking', procedures: ['orders.count'] }),
    ]);
    expect(await printed('github')).toMatch(/^::error file=new\.json,title=\w+::/u);
  });

  it('takes what to compare from the configuration', async () => {
    put('trunkline.config.json', JSON.stringify({ out: '.', breaking: { against: 'old.json' } }));
    put('contract.json', printContract(contractOf({ kind: 'boolean' })));
    expect(await terminal.run('breaking')).toBe(1);
    expect(terminal.stdout.text).toContain('now: boolean');
  });

  it.each([
    [['--against', 'old.json', '--contract', 'none.json'], 'none.json cannot be read'],
    [['--against', 'none.json', '--contract', 'new.json'], 'none.json cannot be read'],
    [['--against', 'git:main:../x', '--contract', 'new.json'], 'names no file in a repository'],
    [['--contract', 'new.json'], 'Nothing says what to compare with'],
  ])('ends with 2 where a contract cannot be had: %j', async (flags, message) => {
    expect(await terminal.run('breaking', ...flags)).toBe(2);
    expect(terminal.stderr.text).toContain(message);
    expect(terminal.stdout.text).toBe('');
  });
});

async function printed(format: string): Promise<string> {
  const own = new FakeTerminal({ cwd: folder });
  await own.run('breaking', '--against', 'old.json', '--contract', 'new.json', '--format', format);
  return own.stdout.text;
}
