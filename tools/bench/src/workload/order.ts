import { setTimeout as delay } from 'node:timers/promises';
import { findItem, type Item } from './item.js';

/** How long an order takes, so that there is always one under way. */
export const orderMs = 500;

/** A mutation that takes its time. */
export async function order(id: number): Promise<Item> {
  await delay(orderMs);
  return findItem(id);
}
