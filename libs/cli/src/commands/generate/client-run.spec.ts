import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../testing/fake-terminal.js';
import { checkClient, generateClient } from './client-run.js';
import { FakeGenerator } from './fake-generator.spec-support.js';

let generator: FakeGenerator;
let terminal: FakeTerminal;
const options = { command: 'npx trunkline generate', maxLineCount: 10 };

beforeEach(() => {
  const cwd = mkdtempSync(join(tmpdir(), 'trunkline-run-'));
  generator = new FakeGenerator(join(cwd, 'api'));
  terminal = new FakeTerminal({ cwd });
});

afterEach(() => rmSync(terminal.cwd, { recursive: true, force: true }));

describe('a run of one client', () => {
  it('writes what a check then finds fresh, and warns on the way', async () => {
    generator.next = { files: [{ path: 'a.ts', text: 'a\n' }], warnings: ['Beware.'] };
    expect(await checkClient({ generator, terminal }, options)).toBe(1);
    expect(terminal.stdout.text).toContain('api is stale: 1 file. Run: npx trunkline generate');
    expect(await generateClient({ generator, terminal })).toBe(0);
    expect(readFileSync(join(generator.outFolder, 'a.ts'), 'utf8')).toBe('a\n');
    expect(await checkClient({ generator, terminal }, options)).toBe(0);
    expect(terminal.stderr.text).toBe('warning: Beware.\n'.repeat(3));
  });

  it('tells a type that cannot be expressed from a router that cannot be read', async () => {
    generator.next = { problems: [{ path: 'a', position: 'output', reason: 'it is a function' }] };
    expect(await generateClient({ generator, terminal })).toBe(1);
    expect(terminal.stderr.text).toContain('"a", output: it is a function.');
    generator.next = new TypeError('There is no file router.ts.');
    expect(await checkClient({ generator, terminal }, options)).toBe(2);
    expect(terminal.stderr.text).toContain('error: There is no file router.ts.\n');
  });
});
