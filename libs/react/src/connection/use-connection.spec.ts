import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ConnectionState } from '@trunkline/client';
import { useConnection } from './use-connection.js';

describe('useConnection', () => {
  afterEach(cleanup);

  it('draws the state, and each change of it', () => {
    let tell: (state: ConnectionState) => void = () => undefined;
    const client = {
      state: (): ConnectionState => ({ name: 'idle' }),
      onStateChange: (listener: (state: ConnectionState) => void) => {
        tell = listener;
        return () => undefined;
      },
    };
    const { result } = renderHook(() => useConnection(client));
    expect(result.current).toEqual({ name: 'idle' });
    act(() => tell({ name: 'connected', since: 5 }));
    expect(result.current).toEqual({ name: 'connected', since: 5 });
  });
});
