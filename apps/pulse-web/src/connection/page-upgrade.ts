import type { UpgradeRequired } from '@trunkline/pulse-client';
import { useSyncExternalStore } from 'react';

/** Holds what the server refused because this page was made for an older one. */
export class PageUpgrade {
  readonly #listeners = new Set<() => void>();
  #required: UpgradeRequired | null = null;

  readonly read = (): UpgradeRequired | null => this.#required;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  require(upgrade: UpgradeRequired): void {
    this.#required = upgrade;
    for (const listener of this.#listeners) listener();
  }
}

/** That of this page. */
export const pageUpgrade = new PageUpgrade();

/** What the server refused, or null while it serves all that this page asks for. */
export function usePageUpgrade(): UpgradeRequired | null {
  return useSyncExternalStore(pageUpgrade.subscribe, pageUpgrade.read);
}
