import { describe, expect, it } from '@jest/globals';
import { DefaultTable } from './default-table.js';

describe('DefaultTable', () => {
  it('asks for a default once', () => {
    let count = 0;
    const definition = {
      get defaultValue() {
        count += 1;
        return count;
      },
    };
    const table = new DefaultTable();
    expect([table.valueOf(definition), table.valueOf(definition)]).toEqual([1, 1]);
  });

  it('finds those that are another one each time, and does not tell them then', () => {
    let count = 0;
    const changing = {
      get defaultValue() {
        count += 1;
        return count;
      },
    };
    const steady = { defaultValue: { page: 1 } };
    const table = new DefaultTable();
    table.valueOf(changing);
    table.valueOf(steady);
    const found = table.findChanging();
    expect([...found]).toEqual([changing]);
    expect(new DefaultTable(found).valueOf(changing)).toBeUndefined();
    expect(new DefaultTable(found).valueOf(steady)).toEqual({ page: 1 });
  });

  it('has none where it throws', () => {
    const definition = {
      get defaultValue(): unknown {
        throw new Error('There is none.');
      },
    };
    expect(new DefaultTable().valueOf(definition)).toBeUndefined();
  });
});
