import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeClientConnection } from './client-connection.js';
import { printTables } from './print-tables.js';
import { readSource, type Source } from './read-source.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let tables: Readonly<Record<string, string>>;
let machine: Source;

beforeAll(async () => {
  tables = await printTables(root);
  machine = await readSource(root, 'libs/client/src/connection/connection-machine.ts');
});

const rowsOf = (table = ''): string[] => table.split('\n').map((row) => row.replaceAll(/ {2,}/g, ' '));

describe('printTables', () => {
  it('has a row for each step of the connection of a client', () => {
    expect(rowsOf(tables['client-connection'])).toContain(
      '| `idle` | needed | | `resolving`, attempt 1 | 10000 ms | resolve |',
    );
  });

  it('has each state of the connection of a server, and each message', () => {
    expect(tables['server-connection']).toMatch(/`ready` +\| violate +\| handle/);
    expect(tables['server-connection']).toContain('`unsubscribe`');
  });

  it('draws only phases that are there', () => {
    expect(tables['client-connection']).toContain('greeting --> ready: welcomed');
  });

  it('refuses a phase that it does not know', () => {
    const text = machine.text.replace("{ readonly name: 'idle' }", "{ readonly name: 'idle' | 'resting' }");
    expect(() => describeClientConnection({ ...machine, text })).toThrow('phases that this check cannot make: resting');
  });
});
