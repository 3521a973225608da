import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../../testing/fake-terminal.js';
import { FakeGenerator } from '../fake-generator.spec-support.js';
import { ClientWatch } from './client-watch.js';

let terminal: FakeTerminal;
let generator: FakeGenerator;
let watch: ClientWatch;

beforeEach(() => {
  terminal = new FakeTerminal({ cwd: realpathSync(mkdtempSync(join(tmpdir(), 'trunkline-client-watch-'))) });
  generator = new FakeGenerator(join(terminal.cwd, 'api'));
  watch = new ClientWatch({ generator, terminal, outFolders: [generator.outFolder] });
});

afterEach(async () => {
  await watch.close();
  rmSync(terminal.cwd, { recursive: true, force: true });
});

describe('ClientWatch', () => {
  it('names the sources that it wrote, and counts what is compiled', async () => {
    generator.next = { files: ['src/a.ts', 'dist/a.js', 'dist/a.d.ts'].map((path) => ({ path, text: 'a\n' })) };
    await watch.start();
    expect(terminal.stdout.text).toMatch(/^3 files written in api, \d+ ms \(src\/a\.ts\)\.\n/u);
  });

  it('says that a file cannot be written, and does not end for it', async () => {
    writeFileSync(generator.outFolder, 'a file where the folder should be');
    generator.next = { files: [{ path: 'a.ts', text: 'a\n' }] };
    await watch.start();
    expect(terminal.stderr.text).toMatch(/error: .*(?:EEXIST|ENOTDIR)/u);
    expect(terminal.stdout.text).toContain('Watching');
  });
});
