// Shows what is said in the room, and says each line that is typed. The end of the input ends it.
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { createClient } from '@trunkline/client';
import type { AppRouter } from './router.js';

const name = process.env['NAME'] ?? userInfo().username;
const client = createClient<AppRouter>({
  url: process.env['ROOM_URL'] ?? 'ws://localhost:3000/rpc',
  onStateChange: (state) => console.log(`(${state.name})`),
});

client.onSaid.subscribe(undefined, {
  onStarted: () => console.log('(listening)'),
  onData: (line) => console.log(`${line.name}: ${line.text}`),
  onGap: () => console.log('(something was said while we were away)'),
  onError: (error) => console.error(error.message),
});

for await (const text of createInterface({ input: process.stdin })) {
  await client.say.mutate({ name, text }).catch((error: Error) => console.error(error.message));
}
await client.close();
