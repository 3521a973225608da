import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useConnection, useLive } from '@trunkline/react';
import { client, trpc } from './trpc.js';

export function ShoppingList() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.items.queryFilter());
  const items = useQuery(trpc.items.queryOptions());
  // Whoever adds something, every page hears of it.
  useSubscription(trpc.onCount.subscriptionOptions(undefined, { onData: () => void refresh() }));
  const count = useLive(client.onCount, undefined);
  const connection = useConnection(client);
  const add = useMutation(trpc.add.mutationOptions());
  const addItem = (form: FormData) => {
    const item = form.get('item');
    if (typeof item === 'string') add.mutate(item);
  };
  return (
    <main>
      <h1>{count.value ?? 'No'} things to buy</h1>
      <p>The connection is {connection.name}.</p>
      <ul>
        {items.data?.map((item, index) => (
          <li key={`${item} ${index}`}>{item}</li>
        ))}
      </ul>
      <form action={addItem}>
        <label>
          Something else: <input name="item" required />
        </label>
        <button type="submit">Add</button>
        <output>{add.error?.message}</output>
      </form>
    </main>
  );
}
