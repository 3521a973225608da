import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeOutput, FakeTerminal } from '../testing/fake-terminal.js';
import { type ShopServer, startShop } from '../testing/shop-server.js';
import { printList } from './discover.js';

const document = {
  openrpc: '1.4.0',
  info: { title: 'Shop', version: '2' },
  'x-transformer': 'none',
  methods: [
    { name: 'orders.byId', 'x-kind': 'query', summary: 'One order.' },
    { name: 'orders.add', 'x-kind': 'mutation', deprecated: true },
    { name: 'rpc.hello' },
  ],
};
const contract = {
  compatibility: { trunkline: 1, contract: 'AbCdEfGhIjKlMnOpQrStU_', procedures: {} },
  discover: document,
};

let server: ShopServer;
let terminal: FakeTerminal;

afterEach(() => server.stop());

describe('trunkline discover', () => {
  it('lists the procedures', async () => {
    server = await startShop({ contract });
    terminal = new FakeTerminal();
    expect(await terminal.run('discover', server.url)).toBe(0);
    expect(terminal.stdout.lines).toEqual([
      'Shop 2, 2 procedures, transformer: none',
      'orders.byId  query     One order.',
      'orders.add   mutation  (deprecated)',
    ]);
  });

  it('prints the document as it is', async () => {
    server = await startShop({ contract });
    terminal = new FakeTerminal();
    await terminal.run('discover', server.url, '--json');
    expect(JSON.parse(terminal.stdout.text)).toEqual(document);
  });

  it('says how a server gives one out', async () => {
    server = await startShop();
    terminal = new FakeTerminal();
    expect(await terminal.run('discover', server.url)).toBe(3);
    expect(terminal.stderr.text).toContain('the option contract: { compatibility, discover }');
  });

  it('lets what it knows decide the kind of a call', async () => {
    server = await startShop({ contract });
    terminal = new FakeTerminal();
    expect(await terminal.run('call', server.url, 'orders.byId', '{"id":1}', '--mutation')).toBe(1);
    expect(terminal.stderr.text).toContain('leave out --mutation');
    expect(await terminal.run('call', server.url, 'orders.byID')).toBe(3);
    expect(terminal.stderr.text).toContain('Did you mean orders.byId?');
  });
});

describe('printList', () => {
  it('has colours where they are wanted, and shows no control characters', () => {
    const output = new FakeOutput();
    const list = {
      title: 'A\u001b[2J',
      version: '',
      transformer: undefined,
      procedures: [{ path: 'a', kind: 'query' as const, summary: '', isDeprecated: false }],
    };
    expect(printList(list, output)).toBe('A\\x1b[2J, 1 procedure\na  query');
    output.hasColor = true;
    expect(printList(list, output)).toContain('\u001b[');
  });
});
