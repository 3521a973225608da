import { describe, expect, it } from '@jest/globals';
import type { CloseAction } from '@trunkline/protocol';
import fc from 'fast-check';
import {
  type ConnectionCircumstances,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionPhase,
  transition,
} from './connection-machine.js';

const circumstances: ConnectionCircumstances = {
  now: 1000,
  random: 0.5,
  isWanted: true,
  backOff: { firstDelayMs: 200, maxDelayMs: 1000 },
  connectTimeoutMs: 9000,
};

const failed = (action: CloseAction): ConnectionEvent => ({ type: 'failed', action, cause: new Error('lost') });

function run(events: readonly ConnectionEvent[], changed: Partial<ConnectionCircumstances> = {}) {
  let phase: ConnectionPhase = { name: 'idle' };
  let effects: readonly ConnectionEffect[] = [];
  for (const event of events) ({ phase, effects } = transition(phase, event, { ...circumstances, ...changed }));
  return { phase, effects: effects.map((effect) => effect.type), last: effects };
}

const CONNECTED: readonly ConnectionEvent[] = [
  { type: 'needed' },
  { type: 'resolved' },
  { type: 'opened' },
  { type: 'welcomed' },
];

describe('transition', () => {
  it('goes from the first need to a ready connection, with a limit of time over the whole attempt', () => {
    expect(run(CONNECTED.slice(0, 1))).toMatchObject({
      phase: { name: 'resolving', attempt: 1 },
      last: [{ type: 'startTimer', delayMs: 9000 }, { type: 'resolve' }],
    });
    expect(run(CONNECTED.slice(0, 2))).toMatchObject({ phase: { name: 'opening' }, effects: ['open'] });
    expect(run(CONNECTED.slice(0, 3))).toMatchObject({ phase: { name: 'greeting' }, effects: ['greet'] });
    expect(run(CONNECTED)).toMatchObject({
      phase: { name: 'ready', attempt: 1, since: 1000 },
      effects: ['startTimer', 'release'],
    });
  });

  it('waits longer after each failure, up to the bound, with full jitter', () => {
    let phase: ConnectionPhase = { name: 'idle' };
    const pauses: number[] = [];
    ({ phase } = transition(phase, { type: 'needed' }, circumstances));
    for (let round = 0; round < 5; round += 1) {
      ({ phase } = transition(phase, failed('back-off'), circumstances));
      if (phase.name === 'waiting') pauses.push(phase.retryAt - circumstances.now);
      ({ phase } = transition(phase, { type: 'timerFired' }, circumstances));
    }
    expect(pauses).toEqual([100, 200, 400, 500, 500]);
    expect(phase).toEqual({ name: 'resolving', attempt: 6 });
  });

  it('begins with a first pause again after a connection that was stable', () => {
    const stable = run([...CONNECTED, { type: 'timerFired' }, failed('back-off')]).phase;
    expect(stable).toMatchObject({ name: 'waiting', attempt: 1, retryAt: 1100 });
    expect(run([...CONNECTED, failed('back-off')]).phase).toMatchObject({ attempt: 2, retryAt: 1100 });
  });

  it('comes back at once when the server asks for it, and when the network or the page is back', () => {
    expect(run([...CONNECTED, failed('return-at-once')]).phase).toMatchObject({ retryAt: 1050 });
    expect(run([...CONNECTED, failed('back-off'), { type: 'woken' }]).phase).toEqual({ name: 'resolving', attempt: 2 });
  });

  it('stays away for good when it is told to', () => {
    const { phase, effects } = run([...CONNECTED, failed('stay-away'), { type: 'needed' }]);
    expect(phase).toEqual({ name: 'closed', cause: new Error('lost') });
    expect(effects).toEqual([]);
  });

  it('becomes idle after a failure that nobody minds', () => {
    expect(run([...CONNECTED, failed('back-off')], { isWanted: false }).phase).toEqual({ name: 'idle' });
    expect(run([...CONNECTED, { type: 'unneeded' }])).toMatchObject({
      phase: { name: 'idle' },
      effects: ['stopTimer', 'leave'],
    });
  });

  it('closes with a handshake that may not take for ever', () => {
    const closing = run([...CONNECTED, { type: 'closeRequested' }]);
    expect(closing).toMatchObject({ phase: { name: 'closing' }, effects: ['startTimer', 'close'] });
    expect(run([...CONNECTED, { type: 'closeRequested' }, { type: 'timerFired' }])).toMatchObject({
      phase: { name: 'closed' },
      effects: ['abandon'],
    });
    expect(run([...CONNECTED, { type: 'closeRequested' }, failed('back-off')])).toMatchObject({
      phase: { name: 'closed' },
      effects: ['stopTimer', 'abandon'],
    });
  });

  it('keeps one socket and one timer at most, ends for good, and says so truthfully, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.boolean()), { maxLength: 60 }), (steps) => {
        const world = { socketCount: 0, hasTimer: false };
        let phase: ConnectionPhase = { name: 'idle' };
        for (const [event, isWanted] of steps) {
          if (event.type === 'timerFired') {
            if (!world.hasTimer) continue;
            world.hasTimer = false;
          }
          const before: ConnectionPhase = phase;
          const step = transition(before, event, { ...circumstances, isWanted });
          phase = step.phase;
          for (const effect of step.effects) carryOut(world, effect);
          expect(world.socketCount).toBeLessThanOrEqual(1);
          if (before.name === 'closed') expect(phase).toBe(before);
          if (phase.name === 'idle' || phase.name === 'closed')
            expect(world).toEqual({ socketCount: 0, hasTimer: false });
          if (phase.name === 'waiting') expect(world).toEqual({ socketCount: 0, hasTimer: true });
          if (phase.name === 'greeting' || phase.name === 'ready') expect(world.socketCount).toBe(1);
        }
      }),
    );
  });
});

function carryOut(world: { socketCount: number; hasTimer: boolean }, effect: ConnectionEffect): void {
  if (effect.type === 'open') world.socketCount += 1;
  if (effect.type === 'abandon' || effect.type === 'leave') world.socketCount = 0;
  if (effect.type === 'startTimer') world.hasTimer = true;
  if (effect.type === 'stopTimer') world.hasTimer = false;
}

const anyEvent: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.constantFrom<ConnectionEvent>(
    { type: 'needed' },
    { type: 'resolved' },
    { type: 'opened' },
    { type: 'welcomed' },
    { type: 'timerFired' },
    { type: 'woken' },
    { type: 'unneeded' },
    { type: 'closeRequested' },
  ),
  fc
    .constantFrom<CloseAction>('stay-away', 'back-off', 'return-at-once', 'renew-credentials')
    .map((action) => failed(action)),
);
