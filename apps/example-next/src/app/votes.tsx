'use client';

import { createClient } from '@trunkline/client';
import { useEffect, useState } from 'react';
import type { AppRouter } from '../router';

// It connects when it is first used, which is never on the server.
const client = createClient<AppRouter>({ url: '/rpc' });

export function Votes() {
  const [votes, setVotes] = useState<number>();
  useEffect(() => {
    const live = client.onVotes.subscribe(undefined, { onData: setVotes });
    return () => live.unsubscribe();
  }, []);
  return (
    <button type="button" onClick={() => void client.vote.mutate()}>
      {votes === undefined ? 'Connecting' : `${votes} votes`}
    </button>
  );
}
