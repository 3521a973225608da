import { describe, expect, it } from '@jest/globals';
import { giveWay } from '../clock.js';
import { MemoryChannel } from './memory-channel.js';
import { MemoryServerSocket } from './memory-server-socket.js';

describe('MemoryServerSocket', () => {
  it('takes what `ws` takes: options before the callback, bytes for text', async () => {
    const heard: string[] = [];
    const channel = new MemoryChannel(() => undefined);
    const client = { receive: (text: string) => heard.push(text), receiveClose: () => heard.push('close') };
    const socket = new MemoryServerSocket('', client, channel, channel);
    socket.send(Buffer.from('bytes'), { binary: false }, () => heard.push('taken'));
    socket.close(1000, Buffer.from('done'));
    socket.close(1001);
    await new Promise<void>((resolve) => {
      giveWay(resolve);
    });
    expect(heard).toEqual(['bytes', 'taken', 'close']);
    expect(socket.readyState).toBe(socket.CLOSED);
  });
});
