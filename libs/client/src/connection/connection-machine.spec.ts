import { describe, expect, it } from '@jest/globals';
import type { CloseAction } from '@trunkline/protocol';
import * as fc from 'fast-check';
import {
  type ConnectionCircumstances,
  type ConnectionEvent,
  type ConnectionPhase,
  type ConnectionStep,
  transition,
} from './connection-machine.js';
import { stateOf } from './connection-state.js';

const circumstances: ConnectionCircumstances = {
  now: 1000,
  random: 0.5,
  isWanted: true,
  backOff: { firstDelayMs: 200, maxDelayMs: 1000 },
  connectTimeoutMs: 9000,
};

const failed = (action: CloseAction): ConnectionEvent => ({ action, cause: new Error('lost') });

function run(events: readonly ConnectionEvent[], changed: Partial<ConnectionCircumstances> = {}) {
  let phase: ConnectionPhase = { name: 'idle' };
  let last: ConnectionStep = { phase, timer: 'keep', effects: [] };
  for (const event of events) {
    last = transition(phase, event, { ...circumstances, ...changed });
    phase = last.phase;
  }
  return last;
}

const elsewhere: ConnectionEvent = { supersededBecause: new Error('Go.') };

const CONNECTED: readonly ConnectionEvent[] = ['needed', 'resolved', 'opened', 'welcomed'];

describe('transition', () => {
  it('goes from the first need to a ready connection, with a limit of time over the whole attempt', () => {
    expect(run(CONNECTED.slice(0, 1))).toMatchObject({
      phase: { name: 'resolving', attempt: 1 },
      timer: 9000,
      effects: ['resolve'],
    });
    expect(run(CONNECTED.slice(0, 2))).toMatchObject({ phase: { name: 'opening' }, effects: ['open'] });
    expect(run(CONNECTED.slice(0, 3))).toMatchObject({ phase: { name: 'greeting' }, effects: ['greet'] });
    expect(run(CONNECTED)).toMatchObject({
      phase: { name: 'ready', attempt: 1, since: 1000 },
      timer: 5000,
      effects: ['release'],
    });
  });

  it('waits longer after each failure, up to the bound, with full jitter', () => {
    let phase: ConnectionPhase = { name: 'idle' };
    const pauses: number[] = [];
    ({ phase } = transition(phase, 'needed', circumstances));
    for (let round = 0; round < 5; round += 1) {
      ({ phase } = transition(phase, failed('back-off'), circumstances));
      if (phase.name === 'waiting') pauses.push(phase.retryAt - circumstances.now);
      ({ phase } = transition(phase, 'timerFired', circumstances));
    }
    expect(pauses).toEqual([100, 200, 400, 500, 500]);
    expect(phase).toEqual({ name: 'resolving', attempt: 6 });
  });

  it('begins with a first pause again after a connection that was stable', () => {
    const stable = run([...CONNECTED, 'timerFired', failed('back-off')]).phase;
    expect(stable).toMatchObject({ name: 'waiting', attempt: 1, retryAt: 1100 });
    expect(run([...CONNECTED, failed('back-off')]).phase).toMatchObject({ attempt: 2, retryAt: 1100 });
  });

  it('comes back at once when the server asks for it, and when the network or the page is back', () => {
    expect(run([...CONNECTED, failed('return-at-once')]).phase).toMatchObject({ retryAt: 1050 });
    expect(run([...CONNECTED, failed('back-off'), 'woken']).phase).toEqual({ name: 'resolving', attempt: 2 });
  });

  it('comes back with growing pauses when it is asked to, but never stays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<CloseAction>('back-off', 'return-at-once', 'renew-credentials'), { maxLength: 12 }),
        fc.constantFrom<readonly ConnectionEvent[]>([], ['resolved'], ['resolved', 'opened']),
        (actions, course) => {
          let { phase } = transition({ name: 'idle' }, 'needed', circumstances);
          for (const [index, action] of actions.entries()) {
            for (const event of course) ({ phase } = transition(phase, event, circumstances));
            ({ phase } = transition(phase, failed(action), circumstances));
            expect(phase).toMatchObject({ retryAt: 1000 + Math.min(500, 100 * 2 ** index), attempt: index + 2 });
            ({ phase } = transition(phase, 'timerFired', circumstances));
          }
        },
      ),
    );
    const sentAway: readonly ConnectionEvent[] = [...CONNECTED, failed('return-at-once'), 'timerFired'];
    const again = run([...sentAway, ...CONNECTED.slice(1), failed('return-at-once')]).phase;
    expect(again).toMatchObject({ attempt: 3, retryAt: 1200 });
  });

  it('takes no single no for the last word while the former connection serves', () => {
    const refused = [...CONNECTED, 'timerFired', elsewhere, 'resolved', 'opened', failed('stay-away')] as const;
    expect(run(refused).phase).toMatchObject({ name: 'waiting', coveredSince: 1000 });
    const uncovered = run([...refused, 'uncovered', 'timerFired', failed('stay-away')]).phase;
    expect(uncovered).toMatchObject({ name: 'closed' });
  });

  it('stays away for good when it is told to', () => {
    const { phase, effects } = run([...CONNECTED, failed('stay-away'), 'needed']);
    expect(phase).toEqual({ name: 'closed', cause: new Error('lost') });
    expect(effects).toEqual([]);
  });

  it('becomes idle after a failure that nobody minds', () => {
    expect(run([...CONNECTED, failed('back-off')], { isWanted: false }).phase).toEqual({ name: 'idle' });
    expect(run([...CONNECTED, 'unneeded'])).toMatchObject({
      phase: { name: 'idle' },
      timer: 'stop',
      effects: ['leave'],
    });
  });

  it('closes with a handshake that may not take for ever', () => {
    const closing = run([...CONNECTED, 'closeRequested']);
    expect(closing).toMatchObject({ phase: { name: 'closing' }, timer: 1000, effects: ['close'] });
    expect(run([...CONNECTED, 'closeRequested', 'timerFired'])).toMatchObject({
      phase: { name: 'closed' },
      effects: ['abandon'],
    });
    expect(run([...CONNECTED, 'closeRequested', failed('back-off')])).toMatchObject({
      phase: { name: 'closed' },
      timer: 'stop',
      effects: ['abandon'],
    });
  });

  it('makes the next connection before the one that is left ends, and shows that one meanwhile', () => {
    const superseded = run([...CONNECTED, 'timerFired', elsewhere]);
    expect(superseded).toMatchObject({
      phase: { name: 'resolving', attempt: 1, coveredSince: 1000 },
      effects: ['retire', 'resolve'],
    });
    expect(stateOf(superseded.phase)).toEqual({ name: 'connected', since: 1000 });
    const failing = run([...CONNECTED, 'timerFired', elsewhere, failed('back-off')]).phase;
    expect(failing).toMatchObject({ name: 'waiting', coveredSince: 1000 });
    expect(stateOf(failing).name).toBe('connected');
    const uncovered = run([...CONNECTED, 'timerFired', elsewhere, failed('back-off'), 'uncovered']).phase;
    expect(stateOf(uncovered).name).toBe('waiting');
    expect(run([...CONNECTED, 'timerFired', elsewhere, 'resolved', 'opened', 'welcomed']).phase).toEqual({
      name: 'ready',
      attempt: 1,
      since: 1000,
    });
  });

  it('does not run in circles between servers that send it away, and leaves where nothing is wanted', () => {
    expect(run([...CONNECTED, elsewhere])).toMatchObject({
      phase: { name: 'waiting', attempt: 2, retryAt: 1050, coveredSince: 1000 },
      effects: ['retire'],
    });
    expect(run([...CONNECTED, elsewhere], { isWanted: false })).toMatchObject({
      phase: { name: 'idle' },
      effects: ['leave'],
    });
  });

  it('shows the no to new credentials until others are taken', () => {
    const refusal = new Error('No.');
    expect(stateOf(run([...CONNECTED, { refusal }]).phase)).toEqual({ name: 'connected', since: 1000, refusal });
    expect(stateOf(run([...CONNECTED, { refusal }, { refusal: undefined }]).phase)).toEqual({
      name: 'connected',
      since: 1000,
    });
  });

  it('keeps one socket and one timer at most, ends for good, and says so truthfully, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.boolean()), { maxLength: 60 }), (steps) => {
        const world = { socketCount: 0, hasTimer: false };
        let phase: ConnectionPhase = { name: 'idle' };
        for (const [event, isWanted] of steps) {
          if (event === 'timerFired') {
            if (!world.hasTimer) continue;
            world.hasTimer = false;
          }
          const before: ConnectionPhase = phase;
          const step = transition(before, event, { ...circumstances, isWanted });
          phase = step.phase;
          if (step.timer !== 'keep') world.hasTimer = step.timer !== 'stop';
          for (const effect of step.effects) {
            if (effect === 'open') world.socketCount += 1;
            if (effect === 'abandon' || effect === 'leave' || effect === 'retire') world.socketCount = 0;
          }
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

const anyEvent: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.constantFrom<ConnectionEvent>(
    'needed',
    'resolved',
    'opened',
    'welcomed',
    'timerFired',
    'woken',
    'unneeded',
    'closeRequested',
    'uncovered',
  ),
  fc.constantFrom<ConnectionEvent>(elsewhere, { refusal: new Error('No.') }),
  fc
    .constantFrom<CloseAction>('stay-away', 'back-off', 'return-at-once', 'renew-credentials')
    .map((action) => failed(action)),
);
