import { describe, expect, it } from '@jest/globals';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { createAuthority } from './create-authority.js';

describe('createAuthority', () => {
  it('makes contexts as the connection did, and asks the server’s own options about them', async () => {
    const fake = await new FakeConnection({ createContext: (params) => ({ user: params?.['user'] }) }).greeted();
    const renewed: unknown[] = [];
    const { connection } = fake;
    const host = {
      session: connection.session,
      outbox: { send: () => undefined },
      close: () => undefined,
      renewed: (context: unknown) => void renewed.push(context),
    };
    const service = {
      ...fake.service,
      authority: { principal: ({ user }: { user: string }) => user, expiresAt: undefined },
    };
    const authority = createAuthority(host, service, fake.parts);
    authority.begin({ principal: 'ada', expiresAt: null });
    const frames: string[] = [];
    const sink = { answer: (frame: string) => void frames.push(frame) };
    await authority.authenticate({ type: 'auth', id: 1, connectionParams: { user: 'eve' } }, sink);
    await authority.authenticate({ type: 'auth', id: 2, connectionParams: { user: 'ada' } }, sink);
    expect(frames.map((frame) => Object.keys(JSON.parse(frame)).at(-1))).toEqual(['error', 'result']);
    expect(renewed).toEqual([{ user: 'ada' }]);
  });
});
