import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const onLinux = process.platform === 'linux' ? it : it.skip;

const ARGUMENTS = ['--import', 'tsx', '--conditions=@trunkline/source', '--input-type=module', '--eval'];

// In a process of its own, because what jest has for `process.env` is not what children are given.
const script = `
  import { readdirSync, readFileSync } from 'node:fs';
  const { startCompiler } = await import(process.argv[1]);
  const before = process.env.GOGC;
  const api = startCompiler({ cwd: process.cwd() });
  const [given] = readdirSync('/proc').filter((name) => Number(name) > 0).flatMap((id) => {
    try {
      const parent = readFileSync('/proc/' + id + '/stat', 'utf8').split(') ')[1].split(' ')[1];
      const variables = readFileSync('/proc/' + id + '/environ', 'utf8').split('\\0');
      const variable = variables.find((text) => text.startsWith('GOGC='));
      return Number(parent) === process.pid && variable !== undefined ? [variable] : [];
    } catch {
      return [];
    }
  });
  api.close();
  console.log(JSON.stringify([given, process.env.GOGC === before]));
`;

describe('startCompiler', () => {
  onLinux.each([
    ['', 'GOGC=400'],
    ['77', 'GOGC=77'],
  ])(
    'gives the compiler room, unless GOGC is set (%j), and leaves the environment as it was',
    async (set, expected) => {
      const { GOGC: _set, ...env } = process.env;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [...ARGUMENTS, script, join(import.meta.dirname, 'start-compiler.ts')],
        { env: set === '' ? env : { ...env, GOGC: set } },
      );
      expect(JSON.parse(stdout)).toEqual([expected, true]);
    },
  );
});
