import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/mantine-styles.js';
import './theme/theme.css';
import { App } from './app.js';
import { queryClient } from './connection/query-client.js';
import { theme } from './theme/theme.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root" to draw the page in.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
