// Writes a note and shows those that come: what the application's users do, and what its test looks at.
import { TRPCClientError } from '@trpc/client';
import { WebSocket } from 'ws';
import { createAppClient } from './client.js';

// Node 20 has no WebSocket of its own, and tRPC's client asks for the platform's.
Object.assign(globalThis, { WebSocket });

const url = process.env['NOTES_URL'] ?? 'ws://localhost:3000';

const stranger = createAppClient(url);
await stranger.add.mutate({ text: 'Let me in.' }).catch((error: unknown) => {
  if (error instanceof TRPCClientError) console.log(`refused: ${error.message}`);
});

const ada = createAppClient(url, 'token-of-ada');
ada.onAdd.subscribe(undefined, {
  onStarted: () => console.log('started'),
  onData: ({ id, data }) => console.log(`note ${id} of ${data.author}, ${data.writtenAt.getFullYear()}: ${data.text}`),
  onError: (error) => console.log(`error: ${error.message}`),
});
const note = await ada.add.mutate({ text: 'Water the plants.' });
console.log(`written: ${note.id}, ${note.writtenAt instanceof Date ? 'with its date' : 'without a date'}`);
console.log(`kept: ${(await ada.list.query()).length}`);
process.once('SIGTERM', () => process.exit(0));
