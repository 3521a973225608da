import { describe, expect, it } from '@jest/globals';
import { engineProject } from '../engine-project.spec-support.js';
import { NativeEngine } from './native-engine.js';

const TEXT = `
enum Many { A = 1, B = 'b', C = -1 }
enum One { Only = 'only' }
enum Computed { A = 'abc'.length }
export declare const many: Many;
export declare const one: One;
export declare const computed: Computed;
export declare const member: Many.B;
`;

describe('NativeEnums', () => {
  const { facts } = engineProject(TEXT, (tsconfigPath) => new NativeEngine(tsconfigPath));

  it('reads names and values of members, in their order', () => {
    expect(facts('many')).toMatchObject({
      form: 'enum',
      declared: { name: 'Many' },
      members: [
        { name: 'A', value: 1 },
        { name: 'B', value: 'b' },
        { name: 'C', value: -1 },
      ],
    });
    expect(facts('computed')).toMatchObject({ form: 'enum', members: [{ name: 'A', value: undefined }] });
  });

  it('knows a member and its enum, which is the same where there is only one', () => {
    expect(facts('member')).toMatchObject({ form: 'literal', value: 'b', memberOf: { declared: { name: 'Many' } } });
    expect(facts('one')).toMatchObject({ form: 'literal', value: 'only', memberOf: { members: [{ name: 'Only' }] } });
  });
});
