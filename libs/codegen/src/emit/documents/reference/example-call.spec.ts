import { describe, expect, it } from '@jest/globals';
import { procedureOf } from '../protocol/wire.spec-support.js';
import { exampleCall } from './example-call.js';

describe('exampleCall', () => {
  it('calls each kind in its own way', () => {
    expect(exampleCall('a.b', procedureOf('query'), {})).toBe("const output = await api.a.b.query('text');");
    expect(exampleCall('a.b', procedureOf('mutation', { output: { kind: 'void' } }), {})).toBe(
      "await api.a.b.mutate('text');",
    );
    expect(exampleCall('a.b', procedureOf('subscription'), {})).toBe(
      "for await (const event of api.a.b.subscribe('text')) {\n  console.log(event);\n}",
    );
  });

  it('gives nothing where nothing is taken or needed', () => {
    const optional = { kind: 'union', of: [{ kind: 'object', properties: [] }, { kind: 'void' }] } as const;
    expect(exampleCall('a', procedureOf('query', { input: { kind: 'void' } }), {})).toContain('query()');
    expect(exampleCall('a', procedureOf('query', { input: optional }), {})).toContain('query()');
  });

  it('puts names in brackets that can be no members', () => {
    expect(exampleCall('odd-names.class', procedureOf('query'), {})).toContain("api['odd-names'].class.query");
  });
});
