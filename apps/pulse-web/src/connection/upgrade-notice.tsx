import { Button } from '@mantine/core';
import { usePageUpgrade } from './page-upgrade.js';
import './connection.css';

/** Says that the server is newer than the page; loading it anew is left to whoever reads it, who may be typing. */
export function UpgradeNotice({ onReload }: { readonly onReload: () => void }) {
  const upgrade = usePageUpgrade();
  // The region stays when it is empty, because screen readers announce only what changes inside a known one.
  return (
    <div role="status" className="upgrade-notice">
      {upgrade ? (
        <div className="upgrade-notice__body">
          <span>Pulse has been updated, and this page is still the old one. Some of it no longer works.</span>
          <Button size="compact-sm" onClick={onReload}>
            Load the new page
          </Button>
        </div>
      ) : null}
    </div>
  );
}
