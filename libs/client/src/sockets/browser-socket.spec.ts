import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '../testing/scripted-server.js';
import { openDefaultSocket } from './browser-socket.js';

describe('a socket in a browser', () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
  const server = new ScriptedServer();

  beforeEach(() => {
    Object.defineProperty(globalThis, 'WebSocket', { value: server.WebSocket, configurable: true });
  });

  afterEach(() => {
    if (original === undefined) Reflect.deleteProperty(globalThis, 'WebSocket');
    else Object.defineProperty(globalThis, 'WebSocket', original);
  });

  it('is made by the constructor that the page has when it is needed', () => {
    const log: string[] = [];
    openDefaultSocket('ws://shop.test/', 'trunkline.v1', {
      opened: () => log.push('opened'),
      received: (text) => log.push(text),
      receivedBinary: () => log.push('binary'),
      heard: () => log.push('heard'),
      closed: (code) => log.push(String(code)),
    });
    server.socket.open();
    server.socket.say('hi');
    server.socket.drop(1006);
    expect(server.socket).toMatchObject({ url: 'ws://shop.test/', subprotocol: 'trunkline.v1' });
    expect(log).toEqual(['opened', 'hi', '1006']);
  });
});
