import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/scripted-server.js';

describe('a client in a page', () => {
  const page = new EventTarget();
  const documentOfPage = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const originals = new Map<string, PropertyDescriptor | undefined>();
  let client: ScriptedClient;

  // Node has neither a document nor events of a window.
  beforeEach(() => {
    const stubs = { document: documentOfPage, addEventListener: page.addEventListener.bind(page) };
    for (const [name, value] of Object.entries(stubs)) {
      originals.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    documentOfPage.visibilityState = 'visible';
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
    for (const [name, original] of originals) {
      if (original === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, original);
    }
  });

  it('tries again at once when the network is back', async () => {
    client.subscribe('ticks');
    await settled();
    client.socket.drop(1006);
    expect(client.core.state.name).toBe('waiting');
    page.dispatchEvent(new Event('online'));
    expect(client.core.state).toEqual({ name: 'connecting', attempt: 2 });
  });

  it('checks its connection when it becomes visible', async () => {
    client.subscribe('ticks');
    await client.connected();
    documentOfPage.visibilityState = 'hidden';
    documentOfPage.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(client.socket.read('rpc.ping')).toHaveLength(0);
    documentOfPage.visibilityState = 'visible';
    documentOfPage.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(client.socket.read('rpc.ping')).toHaveLength(1);
    client.clock.advance(2500);
    expect(client.core.state).toMatchObject({ name: 'waiting', cause: { code: 'SERVER_SILENT' } });
  });

  it('closes cleanly before it is put aside, and comes back afterwards', async () => {
    client.subscribe('ticks');
    const socket = await client.connected();
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
    expect(socket.closedWith).toBeUndefined();
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
    expect(socket.closedWith).toBe(1000);
    expect(client.core.state.name).toBe('waiting');
    client.clock.advance(100);
    await client.connected();
    expect(client.socket.read('ticks')).toHaveLength(1);
  });

  it('hears nothing any more once it is closed', async () => {
    client.subscribe('ticks');
    await client.connected();
    await client.end();
    page.dispatchEvent(new Event('online'));
    expect(client.core.state.name).toBe('closed');
  });
});
