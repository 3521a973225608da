import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { createTRPCContext, useSubscription } from '@trpc/tanstack-react-query';
import { trunklineLink } from '@trunkline/client/trpc';
import { type BoardScene, useBoard } from '@trunkline/interop/board';
import type { BoardRouter } from '@trunkline/interop/board-router';
import { type PropsWithChildren, StrictMode } from 'react';

const { TRPCProvider, useTRPC } = createTRPCContext<BoardRouter>();

function createPage({ client }: BoardScene) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const trpcClient = createTRPCClient<BoardRouter>({ links: [trunklineLink<BoardRouter>({ client })] });
  return ({ children }: PropsWithChildren) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          {children}
        </TRPCProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}

describe.each(['trunkline()', 'stock()'] as const)(
  'The hooks of @trpc/tanstack-react-query over the link with %s',
  (dialect) => {
    const open = useBoard(dialect, cleanup);

    it('meet the version of tRPC that the run is about', () => {
      const { version } = createRequire(import.meta.url)('@trpc/client/package.json');
      expect(version).toBe(Reflect.get(globalThis, 'trpcVersion'));
    });

    it('read with useQuery, and read again what was invalidated by useMutation', async () => {
      const board = await open();
      const { result } = renderHook(
        () => {
          const trpc = useTRPC();
          const queryClient = useQueryClient();
          const onSuccess = () => queryClient.invalidateQueries(trpc.notes.queryFilter());
          return {
            notes: useQuery(trpc.notes.queryOptions()),
            add: useMutation(trpc.add.mutationOptions({ onSuccess })),
          };
        },
        { wrapper: createPage(board) },
      );
      await waitFor(() => expect(result.current.notes.data).toEqual(['first']));
      act(() => result.current.add.mutate('second'));
      await waitFor(() => expect(result.current.notes.data).toEqual(['first', 'second']));
      expect(result.current.add.data).toBe(2);
      expect(board.log.notes).toEqual(['first', 'second']);
    });

    it('give errors as tRPC does', async () => {
      const board = await open();
      const { result } = renderHook(() => useQuery(useTRPC().missing.queryOptions()), { wrapper: createPage(board) });
      await waitFor(() => expect(result.current.status).toBe('error'));
      expect(result.current.error).toBeInstanceOf(TRPCClientError);
      expect(result.current.error).toMatchObject({
        message: 'There is no such note.',
        data: { code: 'NOT_FOUND', httpStatus: 404, path: 'missing' },
      });
    });

    it('show a subscription as connecting, then as pending, and go on after a loss with the last id', async () => {
      const board = await open();
      const { result, seen } = watchNotes(board);
      await waitFor(() => expect(result.current).toMatchObject({ status: 'pending', data: { id: '1' } }));
      expect(seen.slice(0, 2)).toEqual(['connecting -', 'pending 1']);
      await act(async () => board.cut());
      // In our own dialect the procedure goes on where it was; tRPC's begins again behind the last id.
      const id = dialect === 'stock()' ? '2' : '1';
      await waitFor(() => expect(seen.length).toBeGreaterThan(3));
      await waitFor(() => expect(result.current).toMatchObject({ status: 'pending', data: { id } }));
      // React may join what comes between.
      expect([seen[2], seen.at(-1)]).toEqual(['connecting 1 error', `pending ${id}`]);
      expect(board.log.resumedAt.at(-1)).toBe(dialect === 'stock()' ? '1' : undefined);
    });

    it('stop a subscription with the page', async () => {
      const board = await open();
      const { result, unmount } = watchNotes(board);
      await waitFor(() => expect(result.current.status).toBe('pending'));
      await waitFor(() => expect(board.log.liveCount).toBe(1));
      unmount();
      await waitFor(() => expect(board.log.liveCount).toBe(0));
    });

    it('begin a subscription anew with reset(), and with another input', async () => {
      const board = await open();
      const { result, rerender } = renderHook(
        (room: string) => useSubscription(useTRPC().once.subscriptionOptions(room)),
        {
          wrapper: createPage(board),
          initialProps: 'hall',
        },
      );
      await waitFor(() => expect(result.current.data).toBe('hall begins'));
      rerender('attic');
      await waitFor(() => expect(result.current.data).toBe('attic begins'));
      act(() => result.current.reset());
      expect(result.current).toMatchObject({ status: 'connecting', data: undefined });
      await waitFor(() => expect(result.current).toMatchObject({ status: 'pending', data: 'attic begins' }));
    });

    it('give the error that ends a subscription', async () => {
      const board = await open();
      const { result } = renderHook(() => useSubscription(useTRPC().failing.subscriptionOptions()), {
        wrapper: createPage(board),
      });
      await waitFor(() => expect(result.current.status).toBe('error'));
      expect(result.current.error).toBeInstanceOf(TRPCClientError);
      expect(result.current).toMatchObject({
        data: 1,
        error: { message: 'The board fell.', data: { code: 'CONFLICT' } },
      });
    });

    it('keep the last event once the procedure is done, having called onStarted, onData and onConnectionStateChange', async () => {
      const board = await open();
      const told: unknown[] = [];
      const { result } = renderHook(
        () =>
          useSubscription(
            useTRPC().once.subscriptionOptions('hall', {
              onStarted: () => told.push('started'),
              onData: (text) => told.push(text),
              onConnectionStateChange: ({ state }) => told.push(state),
            }),
          ),
        { wrapper: createPage(board) },
      );
      await waitFor(() => expect(result.current.data).toBe('hall begins'));
      await waitFor(() => expect(board.log.liveCount).toBe(1));
      act(() => board.log.finish());
      await waitFor(() => expect(result.current.data).toBe('hall ends'));
      expect(told.slice(-4)).toEqual(['pending', 'started', 'hall begins', 'hall ends']);
      expect(result.current.status).toBe('pending');
    });

    it('neither connect nor subscribe where enabled is false', async () => {
      const board = await open();
      const { result } = renderHook(
        () => useSubscription(useTRPC().onNote.subscriptionOptions({}, { enabled: false })),
        {
          wrapper: createPage(board),
        },
      );
      expect(result.current.status).toBe('idle');
      expect(board.client.state()).toEqual({ name: 'idle' });
    });
  },
);

/** What the hook shows, and what it has shown. */
function watchNotes(board: BoardScene) {
  const seen: string[] = [];
  const rendered = renderHook(
    () => {
      const { status, data, error } = useSubscription(useTRPC().onNote.subscriptionOptions({}));
      const shown = `${status} ${data?.id ?? '-'}${error === null ? '' : ' error'}`;
      if (seen.at(-1) !== shown) seen.push(shown);
      return { status, data };
    },
    { wrapper: createPage(board) },
  );
  return { ...rendered, seen };
}
