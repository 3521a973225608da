import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { FakeParts } from '../testing/fake-connection.spec-support.js';
import { ConnectionSurroundings } from './connection-surroundings.js';

class Surroundings extends ConnectionSurroundings {}

describe('ConnectionSurroundings', () => {
  it('hands on what the server shares, and what the socket has at the moment', () => {
    const { service, parts } = new FakeParts({ router: initTRPC.create().router({}) });
    const socket = { ...parts };
    const surroundings = new Surroundings(service, socket);
    const { clock, directory, errors, limits, maxQueuedEvents, mutations, runs } = service;
    expect(surroundings).toMatchObject({ clock, directory, errors, limits, maxQueuedEvents, mutations, runs });
    expect(surroundings).toMatchObject({ dialect: parts.dialect, address: parts.address, request: parts.request });
    socket.request = undefined;
    expect(surroundings.request).toBeUndefined();
  });

  it('keeps nothing but the two', () => {
    const { service, parts } = new FakeParts();
    expect(Object.values(new Surroundings(service, parts))).toEqual([service, parts]);
  });
});
