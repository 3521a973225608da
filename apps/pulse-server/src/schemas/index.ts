export {
  type Alert,
  type AlertChange,
  type AlertChangeKind,
  acknowledgeInputSchema,
  alertChangesInputSchema,
  listAlertsInputSchema,
} from './alert.js';
export {
  type History,
  type HistoryBucket,
  type Host,
  type HostFacts,
  type HostStatus,
  historyInputSchema,
  hostFactsSchema,
  hostIdSchema,
  type Report,
  reportInputSchema,
  samplesInputSchema,
} from './host.js';
export { type MetricName, type Metrics, metricsSchema } from './metrics.js';
export {
  type Comparison,
  comparisonSchema,
  type Rule,
  type RuleMetric,
  removeRuleInputSchema,
  ruleMetricSchema,
  type SetRuleInput,
  setRuleInputSchema,
} from './rule.js';
export {
  type Disk,
  diskSchema,
  type Network,
  networkSchema,
  type Process,
  processSchema,
  type Sample,
  type StoredSample,
  sampleSchema,
} from './sample.js';
