import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Alert } from '@trunkline/pulse-client';
import { makeAlert } from '../testing/make-alert.js';

// A server in place of the connection: it keeps one list and answers an acknowledgement when the spec says so.
let alerts: Alert[] = [];
let answer: (failure?: string) => void = () => {};

function acknowledge(): Promise<Alert | undefined> {
  return new Promise((resolve, reject) => {
    answer = (failure) => {
      if (failure) return reject(new Error(failure));
      alerts = alerts.map((alert) => ({ ...alert, acknowledgedAt: new Date(1), acknowledgedBy: 'Ada' }));
      resolve(alerts[0]);
    };
  });
}

jest.unstable_mockModule('../connection/connect.js', () => ({
  client: {
    alerts: {
      list: { path: () => 'alerts.list', query: () => Promise.resolve(alerts) },
      acknowledge: { path: () => 'alerts.acknowledge', mutate: acknowledge },
      onChange: { path: () => 'alerts.onChange', subscribe: () => ({ unsubscribe: () => {} }) },
    },
  },
  connection: { state: () => ({ name: 'idle' }), onStateChange: () => () => {} },
}));
configure({ asyncUtilTimeout: 10_000 });
const { AlertsCard } = await import('./alerts-card.js');
const { queryClient } = await import('../connection/query-client.js');

const acknowledgeButton = () => screen.queryByRole('button', { name: 'Acknowledge Busy processor on web-1' });

describe('AlertsCard', () => {
  beforeEach(() => {
    alerts = [makeAlert(1)];
    render(
      <MantineProvider>
        <QueryClientProvider client={queryClient}>
          <AlertsCard onShowHost={() => {}} />
        </QueryClientProvider>
      </MantineProvider>,
    );
  });

  afterEach(() => {
    cleanup();
    queryClient.clear();
  });

  it('shows an acknowledgement before the server has answered, and keeps it when it has', async () => {
    fireEvent.click(await screen.findByRole('button', { name: /Acknowledge/ }));
    await screen.findByText('Acknowledged');
    expect(acknowledgeButton()).toBeNull();
    answer();
    await screen.findByText(/seen by Ada/);
    expect(screen.getByText('Acknowledged')).toBeTruthy();
  });

  it('takes an acknowledgement back and says why when the server refuses it', async () => {
    fireEvent.click(await screen.findByRole('button', { name: /Acknowledge/ }));
    await screen.findByText('Acknowledged');
    answer('There is no alert 1.');
    await screen.findByText('Not acknowledged: There is no alert 1.');
    await waitFor(() => expect(acknowledgeButton()).not.toBeNull());
    expect(screen.getByText('Open')).toBeTruthy();
  });
});
