import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { pageUpgrade } from './page-upgrade.js';
import { UpgradeNotice } from './upgrade-notice.js';

afterEach(cleanup);

describe('UpgradeNotice', () => {
  it('says nothing until the server refuses something, and then how to go on', () => {
    const reload = jest.fn();
    render(
      <MantineProvider>
        <UpgradeNotice onReload={reload} />
      </MantineProvider>,
    );
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => pageUpgrade.require({ path: 'rules.set', shape: 'aaaaa', clientContract: 'a', serverContract: 'b' }));
    expect(screen.getByRole('status').textContent).toContain('this page is still the old one');
    fireEvent.click(screen.getByRole('button', { name: 'Load the new page' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
