// Made from contract.json by @trunkline/codegen. Do not edit.
import {
  type ClientMethods,
  type ClientOptions,
  type ClientTransformer,
  type ContractMark,
  createGeneratedClient,
  type Mutation,
  type Query,
  readShapes,
  type Subscription,
} from '@trunkline/client/generated';
import superjson from 'superjson';
import type * as types from './types.js';

/** The procedures, by name. */
export interface Api {
  readonly alerts: AlertsApi;
  readonly hosts: HostsApi;
  readonly rules: RulesApi;
}

/** The procedures of `alerts`. */
export interface AlertsApi {
  /**
   * Says that somebody looks after it. The first to acknowledge stands; doing it again changes nothing. Its key is in the database
   * with what it did, so that a client whose call was cut off learns what became of it, also from a server that was started anew.
   */
  readonly acknowledge: Mutation<types.AlertsAcknowledgeInput, types.AlertsAcknowledgeOutput, types.ApiError>;
  /** The newest first. */
  readonly list: Query<types.AlertsListInput, types.AlertsListOutput, types.ApiError>;
  /** Each opening, acknowledgement and resolution, once and in order; after a lost connection, from where it was lost. */
  readonly onChange: Subscription<types.AlertsOnChangeInput, types.AlertsOnChangeEvent, types.ApiError>;
}

/** The procedures of `hosts`. */
export interface HostsApi {
  /** A window of one host's past in as few buckets as the chart can show; null where no sample came. */
  readonly history: Query<types.HostsHistoryInput, types.HostsHistoryOutput, types.ApiError>;
  /** All hosts, by name. */
  readonly list: Query<types.HostsListInput, types.HostsListOutput, types.ApiError>;
  /** The list of hosts: at once, and again whenever a host appears, goes silent or comes back. */
  readonly onChange: Subscription<types.HostsOnChangeInput, types.HostsOnChangeEvent, types.ApiError>;
  /** One sample from a host's agent. Reporting the same moment twice stores it once, so an agent may safely send again. */
  readonly report: Mutation<types.HostsReportInput, types.HostsReportOutput, types.ApiError>;
  /** Every sample of one host after the given event, then each new one as it comes: nothing lost, nothing twice. */
  readonly samples: Subscription<types.HostsSamplesInput, types.HostsSamplesEvent, types.ApiError>;
}

/** The procedures of `rules`. */
export interface RulesApi {
  /** All rules, in the order they were made. */
  readonly list: Query<types.RulesListInput, types.RulesListOutput, types.ApiError>;
  /** Removes a rule and resolves the alerts that it opened. Removing it again changes nothing. */
  readonly remove: Mutation<types.RulesRemoveInput, types.RulesRemoveOutput, types.ApiError>;
  /** Stores a rule: a new one without `id`, a changed one with. Takes effect with the next sample. */
  readonly set: Mutation<types.RulesSetInput, types.RulesSetOutput, types.ApiError>;
}

/** The procedures, and the methods of the connection. */
export type ApiClient = ClientMethods & Api;

/** What a client is made with. */
export interface ApiOptions extends ClientOptions {
  /** A superjson of your own, for one that knows more classes. @default superjson */
  readonly transformer?: ClientTransformer | undefined;
}

/** The contract that this was made from, which the server is told. */
export const contract: ContractMark = {
  hash: 'I3gCTbZ0VWUfaRrSyiQmBI',
  shapes: readShapes({
    alerts: ['acknowledge list onChange', 't44AJtQ7rbu3vTp'],
    hosts: ['history list onChange report samples', 'zl_hSicKo9G7eVM9cF5JzX7mg'],
    rules: ['list remove set', 'dvs7_7YkRb-sWuz'],
  }),
};

/**
 * A client of the API over one WebSocket, which it opens when something needs it.
 *
 * @example
 * const api = createClient({ url: 'wss://example.com/rpc' });
 */
export function createClient(options: ApiOptions): ApiClient {
  return createGeneratedClient<Api>(contract, { ...options, transformer: options.transformer ?? superjson });
}
