import { describe, expect, it } from '@jest/globals';
import { findForbiddenNames } from './forbidden-names.js';

const check = (path: string): number => findForbiddenNames([{ path, text: '' }]).length;

describe('findForbiddenNames', () => {
  it.each(['libs/client/src/utils.ts', 'libs/client/src/types.d.ts', 'apps/web/src/common/button.tsx'])(
    'refuses %s',
    (path) => expect(check(path)).toBe(1),
  );

  it.each(['libs/client/src/call-table.ts', 'libs/client/src/core-dump.ts', 'libs/protocol/src/message-types.ts'])(
    'accepts %s',
    (path) => expect(check(path)).toBe(0),
  );
});
