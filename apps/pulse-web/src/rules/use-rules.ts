import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keyOf, mutationOptions, queryOptions } from '@trunkline/pulse-client/tanstack';
import { client } from '../connection/connect.js';

export function useRules() {
  return useQuery(queryOptions(client.rules.list));
}

export function useSetRule(onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    ...mutationOptions(client.rules.set),
    onSuccess: onSaved,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(client.rules.list) }),
  });
}

export function useRemoveRule(onRemoved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    ...mutationOptions(client.rules.remove),
    onSuccess: onRemoved,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(client.rules.list) }),
  });
}
