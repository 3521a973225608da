import type { AlertService } from '../alerts/alert-service.js';
import type { RuleService } from '../alerts/rule-service.js';
import type { HostService } from '../hosts/host-service.js';

/** What a procedure can reach: one service for each namespace of the router, and who is calling. */
export type Context = {
  readonly hosts: HostService;
  readonly alerts: AlertService;
  readonly rules: RuleService;
  /** The name the caller gave when connecting, or its address; it stands beside what is acknowledged. */
  readonly caller: string;
};
