// Made from contract.json by @trunkline/codegen. Do not edit.
import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure, TRPCSubscriptionProcedure } from '@trpc/server';
import type * as types from './types.js';

/**
 * The type of a router with these procedures, for `createTRPCClient` and what is made with it.
 *
 * @example
 * const client = createTRPCClient<ApiRouter>({ links: [trunklineLink({ client: createClient({ url }) })] });
 */
export type ApiRouter = TRPCBuiltRouter<Root, Procedures>;

interface Root {
  ctx: object;
  meta: object;
  errorShape: { message: string; code: number; data: types.ApiErrorData };
  transformer: true;
}

// An alias, because tRPC takes records that have an index, as no interface does.
type Procedures = {
  alerts: {
    acknowledge: TRPCMutationProcedure<{ input: types.AlertsAcknowledgeInput; output: types.AlertsAcknowledgeOutput; meta: unknown }>;
    list: TRPCQueryProcedure<{ input: types.AlertsListInput; output: types.AlertsListOutput; meta: unknown }>;
    onChange: TRPCSubscriptionProcedure<{ input: types.AlertsOnChangeInput; output: AsyncIterable<types.AlertsOnChangeEvent>; meta: unknown }>;
  };
  hosts: {
    history: TRPCQueryProcedure<{ input: types.HostsHistoryInput; output: types.HostsHistoryOutput; meta: unknown }>;
    list: TRPCQueryProcedure<{ input: types.HostsListInput; output: types.HostsListOutput; meta: unknown }>;
    onChange: TRPCSubscriptionProcedure<{ input: types.HostsOnChangeInput; output: AsyncIterable<types.HostsOnChangeEvent>; meta: unknown }>;
    report: TRPCMutationProcedure<{ input: types.HostsReportInput; output: types.HostsReportOutput; meta: unknown }>;
    samples: TRPCSubscriptionProcedure<{ input: types.HostsSamplesInput; output: AsyncIterable<types.HostsSamplesEvent>; meta: unknown }>;
  };
  rules: {
    list: TRPCQueryProcedure<{ input: types.RulesListInput; output: types.RulesListOutput; meta: unknown }>;
    remove: TRPCMutationProcedure<{ input: types.RulesRemoveInput; output: types.RulesRemoveOutput; meta: unknown }>;
    set: TRPCMutationProcedure<{ input: types.RulesSetInput; output: types.RulesSetOutput; meta: unknown }>;
  };
};
