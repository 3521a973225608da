import { describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@trunkline/protocol';
import fc from 'fast-check';
import { decideResume } from './resume.js';

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
    expect(decideResume(after, lastEventId)).toEqual(expected);
  });

  it('finds the tracked id in every cursor that holds one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary', maxLength: 200 }), (number, trackedId) => {
        expect(decideResume(encodeCursor('run', number, trackedId), undefined).lastEventId).toBe(trackedId);
      }),
    );
  });

  it('names a reason exactly when it cannot recover, whatever the peer says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (after) => {
        const { resumed, gap, lastEventId } = decideResume(after, undefined);
        expect(resumed === 'gap').toBe(gap !== undefined);
        expect(resumed === 'gap').toBe(lastEventId === undefined);
      }),
    );
  });
});
