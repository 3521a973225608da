import { unreachable } from '@trunkline/protocol';
import { addChange, type SourceChange, type SourceChanges } from './source-changes.js';

/** Where a watch stands. */
export type WatchState =
  | { readonly name: 'idle' }
  /** Something changed, and more may come at once: editors and version control write many files together. */
  | { readonly name: 'collecting'; readonly changes: SourceChanges }
  /** What changes meanwhile waits for the next time. */
  | { readonly name: 'generating'; readonly waiting: SourceChanges }
  | { readonly name: 'closed' };

export type WatchEvent =
  | { readonly name: 'changed'; readonly change: SourceChange }
  /** Nothing changed for as long as one waits. */
  | { readonly name: 'settled' }
  | { readonly name: 'generated' }
  | { readonly name: 'closed' };

export type WatchEffect =
  /** Wait anew until nothing changes. */
  | { readonly name: 'wait' }
  | { readonly name: 'stopWaiting' }
  | { readonly name: 'generate'; readonly changes: SourceChanges };

/** A state and what has to be done on the way to it. */
export interface WatchStep {
  readonly state: WatchState;
  readonly effects: readonly WatchEffect[];
}

/** Decides what a watch does next: one generation at a time, each with all that changed before it. */
export function transition(state: WatchState, event: WatchEvent): WatchStep {
  if (state.name === 'closed') return { state, effects: [] };
  switch (event.name) {
    case 'changed':
      return collect(state, event.change);
    case 'settled':
      return state.name === 'collecting'
        ? {
            state: { name: 'generating', waiting: new Map() },
            effects: [{ name: 'generate', changes: state.changes }],
          }
        : { state, effects: [] };
    case 'generated':
      return state.name === 'generating' ? finish(state.waiting) : { state, effects: [] };
    case 'closed':
      return { state: { name: 'closed' }, effects: state.name === 'collecting' ? [{ name: 'stopWaiting' }] : [] };
    default:
      return unreachable(event);
  }
}

function collect(state: Exclude<WatchState, { name: 'closed' }>, change: SourceChange): WatchStep {
  switch (state.name) {
    case 'idle':
      return { state: { name: 'collecting', changes: addChange(new Map(), change) }, effects: [{ name: 'wait' }] };
    case 'collecting':
      return { state: { ...state, changes: addChange(state.changes, change) }, effects: [{ name: 'wait' }] };
    case 'generating':
      return { state: { ...state, waiting: addChange(state.waiting, change) }, effects: [] };
    default:
      return unreachable(state);
  }
}

function finish(waiting: SourceChanges): WatchStep {
  return waiting.size === 0
    ? { state: { name: 'idle' }, effects: [] }
    : { state: { name: 'collecting', changes: waiting }, effects: [{ name: 'wait' }] };
}
