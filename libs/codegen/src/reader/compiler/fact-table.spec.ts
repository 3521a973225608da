import { describe, expect, it } from '@jest/globals';
import { FactTable } from './fact-table.js';
import { engineOver } from './fake-engine.spec-support.js';
import type { TypeFacts } from './type-facts.js';

const text: TypeFacts = { form: 'intrinsic', name: 'string' };

describe('FactTable', () => {
  it('asks about each level in one question, and about no type twice', () => {
    const graph: Readonly<Record<number, TypeFacts>> = {
      1: { form: 'union', of: [3, 4] },
      2: { form: 'array', items: 4, readonly: false },
      3: { form: 'intersection', of: [1, 2] },
      4: text,
    };
    const engine = engineOver(graph);
    const table = new FactTable(engine);
    table.explore([1, 2, 1]);
    table.explore([2, 3]);
    expect(engine.asked).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(table.get(4)).toBe(text);
    expect(table.size).toBe(4);
  });

  it('stops where types grow without end', () => {
    const table = new FactTable(engineOver((id) => ({ form: 'array', items: id + 1, readonly: false })));
    table.explore([0]);
    expect(table.size).toBe(48);
    expect(table.get(48)).toBeUndefined();
  });

  it('looks at the parameters of what the application names, and not at those of packages', () => {
    const engine = engineOver((id) => ({
      form: 'object',
      properties: [],
      indexes: [],
      isCallable: false,
      ...(id < 3
        ? { declared: { name: 'Page', origin: id === 1 ? 'application' : 'package', parameters: [id + 10] } }
        : {}),
    }));
    new FactTable(engine).explore([1, 2]);
    expect(engine.asked).toEqual([[1, 2], [11]]);
  });
});
