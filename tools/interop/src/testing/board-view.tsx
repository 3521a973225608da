import { useEffect, useRef, useState } from 'react';

/** What a page of hooks shows, whichever package they are of. */
export interface BoardViewProps {
  readonly notes: readonly string[] | undefined;
  readonly missing: string | undefined;
  readonly note: number | undefined;
  /** Of the subscription, in tRPC's words. */
  readonly status: string;
  readonly lossCount: number;
  onAdd(): void;
}

export function BoardView({ notes = [], missing, note, status, lossCount, onAdd }: BoardViewProps) {
  return (
    <>
      <ul>
        {notes.map((text, index) => (
          // Notes are only ever added, so their place is what they are known by.
          // oxlint-disable-next-line react/no-array-index-key -- See above.
          <li key={index}>{text}</li>
        ))}
      </ul>
      <button type="button" onClick={onAdd}>
        Add
      </button>
      <p>missing: {missing}</p>
      <p>
        note {note}, {status}
      </p>
      {lossCount > 0 ? <p>lost once</p> : null}
    </>
  );
}

/** How often a subscription that stood was connecting again. */
export function useLosses(status: string): number {
  const [lossCount, setLossCount] = useState(0);
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'pending' && status === 'connecting') setLossCount((count) => count + 1);
    before.current = status;
  }, [status]);
  return lossCount;
}
