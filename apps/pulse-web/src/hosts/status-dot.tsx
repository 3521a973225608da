import './status-dot.css';

export type StatusTone = 'good' | 'busy' | 'bad' | 'unknown';

/** A coloured dot that also says what it means, for those who do not see the colour. */
export function StatusDot({ tone, label }: { readonly tone: StatusTone; readonly label: string }) {
  return <span className={`status-dot status-dot--${tone}`} role="img" aria-label={label} title={label} />;
}
