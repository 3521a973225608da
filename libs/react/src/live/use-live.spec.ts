import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { ScriptedSource } from '../testing/scripted-source.js';
import { tableBy } from './fold.js';
import { useLive } from './use-live.js';

interface Host {
  readonly id: string;
  readonly load: number;
}

describe('useLive', () => {
  afterEach(cleanup);

  it('draws the newest event, and begins nothing anew while the input has the same content', async () => {
    const source = new ScriptedSource<{ symbol: string }, number>();
    const { result, rerender, unmount } = renderHook(({ symbol }) => useLive(source, { symbol }), {
      initialProps: { symbol: 'X' },
      wrapper: StrictMode,
    });
    rerender({ symbol: 'X' });
    act(() => source.event(7));
    await waitFor(() => expect(result.current.value).toBe(7));
    expect(source.open).toEqual([{ symbol: 'X' }]);
    rerender({ symbol: 'Y' });
    expect(source.open).toEqual([{ symbol: 'Y' }]);
    expect(result.current.value).toBeUndefined();
    unmount();
    expect(source.open).toEqual([]);
  });

  it('folds into a table', async () => {
    const source = new ScriptedSource<undefined, Host>();
    const { result } = renderHook(() => useLive(source, undefined, { fold: tableBy(({ id }) => id) }));
    act(() => source.event({ id: 'a', load: 1 }, { id: 'b', load: 2 }, { id: 'a', load: 3 }));
    await waitFor(() => expect(result.current.value.size).toBe(2));
    expect(result.current.value.get('a')).toEqual({ id: 'a', load: 3 });
  });

  it('waits until it is enabled', async () => {
    const source = new ScriptedSource<string, number>();
    const { result, rerender } = renderHook(({ enabled }) => useLive(source, 'x', { enabled, maxRate: 10 }), {
      initialProps: { enabled: false },
    });
    expect(result.current.status).toBe('off');
    expect(source.open).toEqual([]);
    rerender({ enabled: true });
    expect(source.open).toEqual(['x']);
    expect(source.options).toEqual([{ status: true, maxRate: 10 }]);
    act(() => source.event(1));
    await waitFor(() => expect(result.current.value).toBe(1));
    rerender({ enabled: false });
    expect(source.open).toEqual([]);
    expect(result.current).toMatchObject({ status: 'off', value: 1 });
  });
});
