import { describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@trunkline/protocol';
import fc from 'fast-check';
import { decideResume, type ResumableRun } from './resume.js';

const gone = (): undefined => undefined;

describe('decideResume', () => {
  it.each([
    ['nothing', undefined, undefined, { resumed: 'fresh', lastEventId: undefined, gap: undefined }],
    ['a tracked id of a stock client', undefined, '7', { resumed: 'recovered', lastEventId: '7', gap: undefined }],
    ['an empty tracked id', undefined, '', { resumed: 'recovered', lastEventId: '', gap: undefined }],
    ['a cursor with a tracked id', 'run.3~7', undefined, { resumed: 'recovered', lastEventId: '7', gap: undefined }],
    [
      'a cursor with an empty tracked id',
      'run.3~',
      undefined,
      { resumed: 'recovered', lastEventId: '', gap: undefined },
    ],
    ['a cursor without one', 'run.3', undefined, { resumed: 'gap', lastEventId: undefined, gap: 'restarted' }],
    [
      'a cursor before the first event',
      'run.0',
      undefined,
      { resumed: 'gap', lastEventId: undefined, gap: 'restarted' },
    ],
    ['an empty text', '', undefined, { resumed: 'gap', lastEventId: undefined, gap: 'invalid' }],
    ['something that is no cursor', 'run', undefined, { resumed: 'gap', lastEventId: undefined, gap: 'invalid' }],
  ])('decides about %s', (_name, after, lastEventId, expected) => {
    expect(decideResume(after, lastEventId, gone)).toEqual({ kind: 'begin', ...expected });
  });

  it('finds the tracked id in every cursor that holds one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary', maxLength: 200 }), (number, trackedId) => {
        expect(decideResume(encodeCursor('run', number, trackedId), undefined, gone)).toMatchObject({
          lastEventId: trackedId,
        });
      }),
    );
  });

  it('names a reason exactly when it cannot recover, whatever the peer says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (after) => {
        const decision = decideResume(after, undefined, gone);
        if (decision.kind !== 'begin') throw new Error('There is no run to continue.');
        const { resumed, gap, lastEventId } = decision;
        expect(resumed === 'gap').toBe(gap !== undefined);
        expect(resumed === 'gap').toBe(lastEventId === undefined);
      }),
    );
  });

  describe('with a run that is still here', () => {
    const decide = (after: string, run: Partial<ResumableRun> = {}) =>
      decideResume(after, undefined, ({ run: name }) =>
        name === 'run' ? { isOwn: true, lastNumber: 9, releasedNumber: 4, endNumber: undefined, ...run } : undefined,
      );

    it.each(['run.4', 'run.7~a', 'run.9'])('continues it behind %s', (after) => {
      expect(decide(after)).toMatchObject({ kind: 'continue', position: Number(after.charAt(4)) });
    });

    it('continues it behind a gap where what follows is no longer kept', () => {
      expect(decide('run.3')).toMatchObject({ kind: 'continue', position: 3, otherwise: { gap: 'restarted' } });
    });

    it('leaves that to a procedure that knows the position', () => {
      expect(decide('run.3~a')).toMatchObject({ kind: 'begin', resumed: 'recovered', lastEventId: 'a' });
    });

    it.each([
      ['of somebody else', 'run.5', { isOwn: false }],
      ['of somebody else, with a tracked id', 'run.5~a', { isOwn: false }],
      ['that does not reach so far', 'run.10', {}],
    ])('calls the cursor of a run %s invalid', (_name, after, run) => {
      expect(decide(after, run)).toMatchObject({ kind: 'begin', gap: 'invalid', lastEventId: undefined });
    });

    it('begins anew for a client that has seen the end', () => {
      expect(decide('run.9', { endNumber: 9 })).toMatchObject({ kind: 'begin', gap: 'restarted' });
      expect(decide('run.9~a', { endNumber: 9 })).toMatchObject({ kind: 'begin', lastEventId: 'a' });
      expect(decide('run.8', { endNumber: 9 })).toMatchObject({ kind: 'continue', position: 8 });
    });
  });
});
