import { describe, expect, it } from '@jest/globals';
import { FakeHost } from '../testing/fake-host.spec-support.js';
import { answerDiscover } from './answer-discover.js';
import { ServedContract } from './served-contract.js';

async function ask(document: string | undefined, isDirect = true): Promise<unknown> {
  const host = new FakeHost({ contract: new ServedContract('hash', new Map(), document) });
  answerDiscover(host, 7, host.session, { ...host.sink, isDirect });
  const [answer] = await host.said();
  return JSON.parse(answer ?? '');
}

describe('answerDiscover', () => {
  it('gives the document as it is', async () => {
    expect(await ask('{"openrpc":"1.4.0"}')).toEqual({ id: 7, result: { openrpc: '1.4.0' } });
  });

  it('knows no such method where there is no document', async () => {
    expect(await ask(undefined)).toMatchObject({ id: 7, error: { code: -32601, data: { code: 'METHOD_NOT_FOUND' } } });
  });

  it('does not lay the document into the answer to a batch', async () => {
    expect(await ask('{"openrpc":"1.4.0"}', false)).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } });
  });
});
