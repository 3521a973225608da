import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@trunkline/pulse-server/router';
import type { Alert } from '@trunkline/pulse-server/schemas';
import { makeAlert } from '../testing/make-alert.js';

// A server in place of the connection: it keeps one list and answers an acknowledgement when the spec says so.
let alerts: Alert[] = [];
let answer: (failure?: string) => void = () => {};

const serverLink: TRPCLink<AppRouter> = () => (request) =>
  observable((observer) => {
    const { path, type } = request.op;
    if (type === 'subscription') return;
    const send = (data: unknown) => {
      observer.next({ result: { type: 'data', data } });
      observer.complete();
    };
    if (path === 'alerts.list') send(alerts);
    if (path === 'alerts.acknowledge') {
      answer = (failure) => {
        if (failure) return observer.error(new TRPCClientError(failure));
        alerts = alerts.map((alert) => ({ ...alert, acknowledgedAt: new Date(1), acknowledgedBy: 'Ada' }));
        send(alerts[0]);
      };
    }
  });

jest.unstable_mockModule('../connection/connect.js', () => ({
  trpcClient: createTRPCClient<AppRouter>({ links: [serverLink] }),
  connection: { state: () => ({ name: 'idle' }), onStateChange: () => () => {} },
}));
configure({ asyncUtilTimeout: 10_000 });
const { AlertsCard } = await import('./alerts-card.js');
const { queryClient } = await import('../connection/trpc.js');

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
