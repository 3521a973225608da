import { describe, expect, it } from '@jest/globals';
import { COMMON_MEMBERS, type CommonMember } from './common-members.js';
import { createWire } from './wire.spec-support.js';

describe('COMMON_MEMBERS', () => {
  it.each(Object.keys(COMMON_MEMBERS) as CommonMember[])('says what %s means, once in a document', (name) => {
    const { table, wire } = createWire('none');
    const title = `rpc.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect([wire.common(name), wire.common(name)]).toEqual([{ $ref: `#/${title}` }, { $ref: `#/${title}` }]);
    expect(table.definitions()).toEqual({ [title]: { title, ...COMMON_MEMBERS[name] } });
    expect(COMMON_MEMBERS[name].description).toMatch(/\.$/u);
  });
});
