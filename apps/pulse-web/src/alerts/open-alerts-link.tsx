import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { alertState } from './alert-state.js';
import { alertsQuery } from './use-alerts.js';
import './alerts.css';

/** How many alerts wait for somebody, in the header; leads to them. Nothing while none does. */
export function OpenAlertsLink() {
  // The alerts' own card reads and follows the list; this only looks at it.
  const { data } = useQuery({ ...alertsQuery, enabled: false });
  const openCount = data?.filter((alert) => alertState(alert) === 'open').length ?? 0;
  if (openCount === 0) return null;
  return (
    <a className="open-alerts figures" href="#alerts" aria-label={`${openCount} open alerts`}>
      <IconBell size={15} stroke={1.9} aria-hidden />
      {openCount}
    </a>
  );
}
