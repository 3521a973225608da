import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeClient } from './client-outcome.js';
import { FakeGenerator } from './fake-generator.spec-support.js';

let generator: FakeGenerator;

beforeEach(() => {
  generator = new FakeGenerator(mkdtempSync(join(tmpdir(), 'trunkline-outcome-')));
});

afterEach(() => rmSync(generator.outFolder, { recursive: true, force: true }));

describe('makeClient', () => {
  it('gives what has to be written', async () => {
    generator.next = {
      files: [
        { path: 'a.ts', text: 'a' },
        { path: 'dist/a.js', text: 'a' },
      ],
    };
    expect(await makeClient(generator)).toMatchObject({ name: 'made', changes: [{ path: 'a.ts' }, {}], fileCount: 2 });
    expect(await makeClient(generator, { mayLackCompiled: true })).toMatchObject({ changes: [{ path: 'a.ts' }] });
  });

  it('looks at no folder where a type cannot be expressed', async () => {
    const problems = [{ path: 'a', position: 'output', reason: 'it is a function' }];
    generator.next = { problems, warnings: ['Beware.'] };
    expect(await makeClient(generator)).toEqual({ name: 'inexpressible', problems, warnings: ['Beware.'] });
  });

  it('never rejects', async () => {
    generator.next = new Error('broken');
    expect(await makeClient(generator)).toEqual({ name: 'unreadable', error: generator.next });
  });
});
