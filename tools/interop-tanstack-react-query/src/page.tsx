import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCContext, useSubscription } from '@trpc/tanstack-react-query';
import { trunklineLink } from '@trunkline/client/trpc';
import type { BoardRouter } from '@trunkline/interop/board-router';
import { BoardView, useLosses } from '@trunkline/interop/board-view';
import { createRoot } from 'react-dom/client';

const { TRPCProvider, useTRPC } = createTRPCContext<BoardRouter>();
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const trpcClient = createTRPCClient<BoardRouter>({
  links: [trunklineLink<BoardRouter>({ url: '/rpc', reconnect: { firstDelayMs: 5, maxDelayMs: 10 } })],
});

function Board() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const notes = useQuery(trpc.notes.queryOptions());
  const onSuccess = () => cache.invalidateQueries(trpc.notes.queryFilter());
  const add = useMutation(trpc.add.mutationOptions({ onSuccess }));
  const missing = useQuery(trpc.missing.queryOptions());
  const note = useSubscription(trpc.onNote.subscriptionOptions({}));
  return (
    <BoardView
      notes={notes.data}
      missing={missing.error?.message}
      note={note.data?.data.number}
      status={note.status}
      lossCount={useLosses(note.status)}
      onAdd={() => add.mutate('second')}
    />
  );
}

createRoot(document.body).render(
  <QueryClientProvider client={queryClient}>
    <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
      <Board />
    </TRPCProvider>
  </QueryClientProvider>,
);
