import { describe, expect, it } from '@jest/globals';
import { readProcedureList } from './procedure-list.js';

describe('readProcedureList', () => {
  it('reads what there is, and passes over methods of the protocol and what is none', () => {
    const methods = [
      { name: 'a', 'x-kind': 'query', description: 'First.\nSecond.' },
      { name: 'b', 'x-kind': 'walk' },
      { 'x-kind': 'query' },
      { name: 'rpc.hello' },
      7,
    ];
    expect(readProcedureList({ openrpc: '1.4.0', info: { title: 'A', version: '1' }, methods })).toEqual({
      title: 'A',
      version: '1',
      transformer: undefined,
      procedures: [{ path: 'a', kind: 'query', summary: 'First.', isDeprecated: false }],
    });
  });

  it.each([undefined, null, 7, {}, { openrpc: 1 }])('takes %j for no document', (document) => {
    expect(readProcedureList(document)).toBeUndefined();
  });
});
