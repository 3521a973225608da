import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { createCall, FakeHost } from '../testing/fake-host.spec-support.js';
import { count } from '../testing/pump-target.spec-support.js';
import { createRun } from './create-run.js';
import { findBeginning } from './find-beginning.js';

const t = initTRPC.create();

function setUp() {
  const host = new FakeHost({ router: t.router({ ticks: t.procedure.subscription(() => count()) }) });
  const call = createCall({ path: 'ticks', input: { room: 'tea' } });
  const run = createRun(host, call, host.session, { describe: () => ({}) as never });
  run.take('a');
  return { host, call, run };
}

describe('findBeginning', () => {
  it('finds the run of the same owner, procedure, input and form of payloads', () => {
    const { host, call, run } = setUp();
    const found = findBeginning(host, { ...call, after: 'run.1' }, host.session);
    expect(found).toMatchObject({ run, decision: { kind: 'continue', position: 1 } });
  });

  it.each([
    ['owner', { owner: 'p:eve' }, {}, {}],
    ['procedure', {}, { path: 'tocks' }, {}],
    ['input', {}, { input: { room: 'coffee' } }, {}],
    ['form of payloads', {}, {}, { payload: 'json' }],
  ] as const)('begins anew for another %s', (_name, host, call, session) => {
    const made = setUp();
    const found = findBeginning(
      { runs: made.host.runs, owner: made.host.owner, ...host },
      { ...made.call, after: 'run.1', ...call },
      { ...made.host.session, ...session },
    );
    expect(found).toMatchObject({ run: undefined, decision: { gap: 'invalid' } });
  });

  it('begins anew where there is no such run, and where none is named', () => {
    const { host, call } = setUp();
    expect(findBeginning(host, { ...call, after: 'other.1' }, host.session).decision).toMatchObject({
      gap: 'restarted',
    });
    expect(findBeginning(host, call, host.session).decision).toMatchObject({ resumed: 'fresh' });
  });
});
