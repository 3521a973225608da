import { describe, expect, it } from '@jest/globals';
import { MAX_WHOLE_CHARACTERS } from '@trunkline/protocol';
import { FakeHost } from '../testing/fake-host.spec-support.js';
import { sendAnswer } from './send-answer.js';

const SMALL = '7';
const LONG = JSON.stringify('x'.repeat(MAX_WHOLE_CHARACTERS));

function setUp({ takesParts = true, isDirect = true, isReplayed = false } = {}) {
  const host = new FakeHost();
  const sink = { ...host.sink, isDirect };
  let doneCount = 0;
  const send = (text: string | undefined) =>
    sendAnswer(
      { host, call: { id: 1, echoesJsonrpc: true }, session: { ...host.session, takesParts }, sink, isReplayed },
      text,
      () => {
        doneCount += 1;
      },
    );
  return { host, send, doneCount: () => doneCount };
}

describe('sendAnswer', () => {
  it('sends a small output whole, at once', async () => {
    const { host, send, doneCount } = setUp();
    send(SMALL);
    expect(doneCount()).toBe(1);
    expect(await host.said()).toEqual(['{"id":1,"result":{"output":7}}']);
  });

  it('sends a long one in pieces to who takes pieces, and is done with the last', async () => {
    const { host, send, doneCount } = setUp();
    send(LONG);
    const said: string[] = [];
    for (let turn = 0; turn < 10 && doneCount() === 0; turn += 1) {
      said.push(...(await host.said()));
      host.socket.takeAll();
    }
    said.push(...(await host.said()));
    const pieces = said.slice(0, -1).map((frame) => JSON.parse(frame).params.text);
    expect(pieces.join('')).toBe(LONG);
    expect(said.at(-1)).toBe(`{"id":1,"result":{"parts":${pieces.length}}}`);
  });

  it.each([
    ['to who takes none', { takesParts: false }],
    ['into the answer of a batch', { isDirect: false }],
  ])('sends a long one whole %s', async (_name, options) => {
    const { host, send, doneCount } = setUp(options);
    send(LONG);
    expect(doneCount()).toBe(1);
    expect(await host.said()).toEqual([`{"id":1,"result":{"output":${LONG}}}`]);
  });

  it('says of an answer that it was given before', async () => {
    const { host, send } = setUp({ isReplayed: true });
    send(SMALL);
    send(undefined);
    expect(await host.said()).toEqual([
      '{"id":1,"result":{"output":7,"replayed":true}}',
      '{"id":1,"result":{"replayed":true}}',
    ]);
  });

  it('is done when the connection goes, with pieces unsent', async () => {
    const { host, send, doneCount } = setUp();
    send(LONG.repeat(4));
    expect(doneCount()).toBe(0);
    host.outbox.close();
    expect(doneCount()).toBe(1);
  });
});
