import { describe, expect, it } from '@jest/globals';
import { giveWay } from '../clock.js';
import { MemoryWebSocket } from './memory-web-socket.js';

describe('MemoryWebSocket', () => {
  it('connects after it was made, with what it offers, and tells listeners and handlers alike', async () => {
    const told: string[] = [];
    const socket = new MemoryWebSocket('ws://memory', ['a', 'b'], (self, subprotocols) => {
      told.push(subprotocols.join());
      self.fail();
      self.fail();
    });
    socket.onclose = ({ code, reason, wasClean }) => told.push(`${code} ${reason} ${wasClean}`);
    socket.addEventListener('error', () => told.push('error'));
    expect([told, socket.url, socket.readyState]).toEqual([[], 'ws://memory/', MemoryWebSocket.CONNECTING]);
    await new Promise<void>((resolve) => {
      giveWay(resolve);
    });
    expect(told).toEqual(['a,b', 'error', '1006  false']);
  });

  it('refuses what is no address', () => {
    expect(() => new MemoryWebSocket('nowhere', undefined, () => undefined)).toThrow('Invalid URL');
  });
});
