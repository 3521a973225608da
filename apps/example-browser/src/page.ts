import { createClient } from '@trunkline/client';
import type { AppRouter } from './router.js';

const show = (id: string, text: string): void => {
  document.querySelector(`#${id}`)?.replaceChildren(text);
};

const client = createClient<AppRouter>({ url: '/rpc', onStateChange: (state) => show('state', state.name) });

client.clock.subscribe(undefined, { onData: (time) => show('clock', time) });

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = document.querySelector('input')?.value ?? '';
  client.greet.query(name, { timeoutMs: 5000 }).then(
    (greeting) => show('greeting', greeting),
    (error: Error) => show('greeting', error.message),
  );
});
