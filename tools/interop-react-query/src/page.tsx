import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCReact } from '@trpc/react-query';
import { trunklineLink } from '@trunkline/client/trpc';
import type { BoardRouter } from '@trunkline/interop/board-router';
import { BoardView, useLosses } from '@trunkline/interop/board-view';
import { createRoot } from 'react-dom/client';

const trpc = createTRPCReact<BoardRouter>();
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const trpcClient = trpc.createClient({
  links: [trunklineLink<BoardRouter>({ url: '/rpc', reconnect: { firstDelayMs: 5, maxDelayMs: 10 } })],
});

function Board() {
  const utils = trpc.useUtils();
  const notes = trpc.notes.useQuery();
  const add = trpc.add.useMutation({ onSuccess: () => utils.notes.invalidate() });
  const missing = trpc.missing.useQuery();
  const note = trpc.onNote.useSubscription({});
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
  <trpc.Provider client={trpcClient} queryClient={queryClient}>
    <QueryClientProvider client={queryClient}>
      <Board />
    </QueryClientProvider>
  </trpc.Provider>,
);
