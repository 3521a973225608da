import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../connection/trpc.js';

export function useRules() {
  return useQuery(trpc.rules.list.queryOptions());
}

export function useSetRule(onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation(
    trpc.rules.set.mutationOptions({
      onSuccess: onSaved,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.rules.list.queryKey() }),
    }),
  );
}

export function useRemoveRule(onRemoved: () => void) {
  const queryClient = useQueryClient();
  return useMutation(
    trpc.rules.remove.mutationOptions({
      onSuccess: onRemoved,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.rules.list.queryKey() }),
    }),
  );
}
