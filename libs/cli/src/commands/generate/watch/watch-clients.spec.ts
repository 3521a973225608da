import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../../testing/fake-terminal.js';
import { FakeGenerator } from '../fake-generator.spec-support.js';
import { watchClients } from './watch-clients.js';

class WatchedGenerator extends FakeGenerator {
  folders: readonly string[] = [];

  override sourceFolders(): readonly string[] {
    return this.folders;
  }
}

let terminal: FakeTerminal;
let generators: readonly WatchedGenerator[];

beforeEach(() => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'trunkline-watch-')));
  terminal = new FakeTerminal({ cwd });
  generators = ['one', 'two'].map((name) => new WatchedGenerator(join(cwd, name)));
});

afterEach(() => rmSync(terminal.cwd, { recursive: true, force: true }));

describe('watchClients', () => {
  it('generates each once, says what it watches, and ends when it is interrupted', async () => {
    const ended = watchClients(generators, terminal);
    await terminal.stdout.said('Ctrl-C ends.');
    expect(terminal.stdout.text).toContain('nothing to write in one');
    expect(terminal.stdout.text).toContain('nothing to write in two');
    terminal.interrupt();
    expect(await ended).toBe(0);
  });

  it('goes on watching where a router is broken from the beginning', async () => {
    const [one] = generators;
    if (one === undefined) throw new Error('There are two.');
    one.next = new Error('half an edit');
    one.folders = [terminal.cwd];
    const ended = watchClients([one], terminal);
    await terminal.stdout.said('Ctrl-C ends.');
    expect(terminal.stderr.text).toContain('half an edit');
    one.next = { files: [{ path: 'a.ts', text: 'a\n' }] };
    writeFileSync(join(terminal.cwd, 'router.ts'), 'repaired');
    await terminal.stdout.said('router.ts added: 1 file written in one');
    terminal.interrupt();
    expect(await ended).toBe(0);
  });

  it('begins nothing where it was interrupted before', async () => {
    terminal.interrupt();
    expect(await watchClients(generators, terminal)).toBe(0);
    expect(terminal.stdout.text).toBe('');
  });
});
