import { useLive } from '@trunkline/react';
import { client } from '../connection/connect.js';

/** All hosts, by name; kept up to date by the server, which sends the whole list at once and at each change. */
export function useHosts() {
  return useLive(client.hosts.onChange, undefined);
}
