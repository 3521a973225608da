import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AgentIdUnusable, readOrMakeAgentId } from './agent-id.js';

describe('readOrMakeAgentId', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-agent-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes an id at the first start, and finds it again', () => {
    const path = join(folder, '.pulse', 'agent-id');
    const id = readOrMakeAgentId(path);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(readOrMakeAgentId(path)).toBe(id);
    expect(readFileSync(path, 'utf8')).toBe(`${id}\n`);
  });

  it('gives each machine an id of its own', () => {
    expect(readOrMakeAgentId(join(folder, 'a'))).not.toBe(readOrMakeAgentId(join(folder, 'b')));
  });

  it('says what to do when the file holds something else', () => {
    const path = join(folder, 'agent-id');
    writeFileSync(path, 'no id at all!');
    expect(() => readOrMakeAgentId(path)).toThrow(`The file ${path} does not hold an agent id. Remove it`);
  });

  it('says what to do when the file cannot be read or made', () => {
    expect(() => readOrMakeAgentId(folder)).toThrow(/cannot be read .* or set PULSE_AGENT_ID/);
    expect(() => readOrMakeAgentId(join(folder, 'a', 'b', 'agent-id'))).toThrow(AgentIdUnusable);
  });
});
