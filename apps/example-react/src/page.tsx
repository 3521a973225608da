import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ShoppingList } from './shopping-list.js';
import { queryClient } from './trpc.js';

createRoot(document.body).render(
  <QueryClientProvider client={queryClient}>
    <ShoppingList />
  </QueryClientProvider>,
);
