import { toMarkdownTable } from './markdown-table.js';
import { namesOfUnion, type Source } from './read-source.js';

/** What a server does with each message of a client, by the state of the connection. */
export function describeServerConnection(states: Source, clientMessages: Source): string {
  const names = namesOfUnion(states, 'ConnectionState');
  const messages = [...clientMessages.text.matchAll(/readonly type: '([a-z]+)'/g)].map(([, name = '']) => name);
  const receptions = [...new Set(messages)].map((message) => ({
    message,
    decided: names.map((name) => String(states.call('decideReception', { name }, message))),
  }));
  const alike = new Map<string, string[]>();
  for (const { message, decided } of receptions) {
    const key = decided.join();
    alike.set(key, [...(alike.get(key) ?? []), `\`${message}\``]);
  }
  const columns = [...alike];
  const rows = names.map((name, index) => [
    `\`${name}\``,
    ...columns.map(([decided]) => decided.split(',')[index] ?? ''),
  ]);
  return toMarkdownTable(['state', ...columns.map(([, which]) => which.join(', '))], rows);
}
