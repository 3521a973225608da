// Made from contract.json by @trunkline/codegen. Do not edit.
import * as z from 'zod/mini';
import type * as types from './types.js';

export const Alert: z.ZodMiniType<types.Alert, types.Alert> = /* @__PURE__ */ checked(() => z.looseObject({
  id: z.number(),
  ruleId: z.number(),
  ruleName: z.string(),
  metric: z.union([z.literal('cpuPercent'), z.literal('diskPercent'), z.literal('loadPerCore'), z.literal('memoryPercent'), z.literal('receivedBytesPerSecond'), z.literal('sentBytesPerSecond'), z.literal('silentSeconds'), z.literal('swapPercent')]),
  comparison: z.union([z.literal('above'), z.literal('below')]),
  threshold: z.number(),
  hostId: z.string(),
  hostName: z.string(),
  value: z.number(),
  openedAt: z.date(),
  resolvedAt: z.union([z.date(), z.null()]),
  acknowledgedAt: z.union([z.date(), z.null()]),
  acknowledgedBy: z.union([z.string(), z.null()]),
}));

export const AlertChange: z.ZodMiniType<types.AlertChange, types.AlertChange> = /* @__PURE__ */ checked(() => z.looseObject({
  id: z.number(),
  kind: z.union([z.literal('acknowledged'), z.literal('opened'), z.literal('resolved')]),
  changedAt: z.date(),
  alert: Alert,
}));

export const History: z.ZodMiniType<types.History, types.History> = /* @__PURE__ */ checked(() => z.looseObject({
  from: z.date(),
  bucketMs: z.number(),
  buckets: z.array(z.union([HistoryBucket, z.null()])),
  cursor: z.string(),
}));

export const HistoryBucket: z.ZodMiniType<types.HistoryBucket, types.HistoryBucket> = /* @__PURE__ */ checked(() => z.intersection(z.looseObject({
  cpuMaxPercent: z.number(),
  sampleCount: z.number(),
}), z.looseObject({
  cpuPercent: z.number(),
  memoryPercent: z.number(),
  swapPercent: z.number(),
  diskPercent: z.number(),
  loadPerCore: z.number(),
  receivedBytesPerSecond: z.number(),
  sentBytesPerSecond: z.number(),
})));

export const Host: z.ZodMiniType<types.Host, types.Host> = /* @__PURE__ */ checked(() => z.intersection(z.looseObject({
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  status: z.union([z.literal('live'), z.literal('silent')]),
  latest: z.union([z.looseObject({
    cpuPercent: z.number(),
    memoryPercent: z.number(),
    swapPercent: z.number(),
    diskPercent: z.number(),
    loadPerCore: z.number(),
    receivedBytesPerSecond: z.number(),
    sentBytesPerSecond: z.number(),
  }), z.null()]),
}), z.looseObject({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  distribution: z.string(),
  kernel: z.string(),
  architecture: z.string(),
  cpuModel: z.string(),
  coreCount: z.number(),
  bootedAt: z.date(),
})));

export const Rule: z.ZodMiniType<types.Rule, types.Rule> = /* @__PURE__ */ checked(() => z.intersection(z.looseObject({
  id: z.number(),
}), z.looseObject({
  name: z.string(),
  metric: z.union([z.literal('cpuPercent'), z.literal('diskPercent'), z.literal('loadPerCore'), z.literal('memoryPercent'), z.literal('receivedBytesPerSecond'), z.literal('sentBytesPerSecond'), z.literal('silentSeconds'), z.literal('swapPercent')]),
  comparison: z.union([z.literal('above'), z.literal('below')]),
  threshold: z.number(),
  forSeconds: z.number(),
  hostId: z.union([z.string(), z.null()]),
  isEnabled: z.boolean(),
})));

export const StoredSample: z.ZodMiniType<types.StoredSample, types.StoredSample> = /* @__PURE__ */ checked(() => z.intersection(z.looseObject({
  id: z.number(),
}), z.looseObject({
  takenAt: z.date(),
  cpu: z.looseObject({
    totalPercent: z.number(),
    perCorePercent: z.array(z.number()),
  }),
  memory: z.looseObject({
    totalBytes: z.number(),
    usedBytes: z.number(),
    swapTotalBytes: z.number(),
    swapUsedBytes: z.number(),
  }),
  disks: z.array(z.looseObject({
    mount: z.string(),
    fileSystem: z.string(),
    totalBytes: z.number(),
    usedBytes: z.number(),
    availableBytes: z.number(),
  })),
  networks: z.array(z.looseObject({
    name: z.string(),
    receivedBytesPerSecond: z.number(),
    sentBytesPerSecond: z.number(),
  })),
  load: z.looseObject({
    oneMinute: z.number(),
    fiveMinutes: z.number(),
    fifteenMinutes: z.number(),
  }),
  processes: z.array(z.looseObject({
    pid: z.number(),
    name: z.string(),
    user: z.string(),
    cpuPercent: z.number(),
    memoryBytes: z.number(),
  })),
})));

export const AlertsAcknowledgeInput: z.ZodMiniType<types.AlertsAcknowledgeInput, types.AlertsAcknowledgeInput> = /* @__PURE__ */ checked(() => z.looseObject({
  alertId: z.int().check(z.gte(1)),
}));

export const AlertsAcknowledgeOutput: z.ZodMiniType<types.AlertsAcknowledgeOutput, types.AlertsAcknowledgeOutput> = /* @__PURE__ */ checked(() => Alert);

export const AlertsListInput: z.ZodMiniType<types.AlertsListInput, types.AlertsListInput> = /* @__PURE__ */ checked(() => z.union([z.looseObject({
  state: z.optional(z.union([z.literal('open'), z.literal('resolved'), z.literal('all'), z.undefined()])),
  hostId: z.optional(z.union([z.string().check(z.regex(new RegExp('^[A-Za-z0-9._-]{1,64}$'))), z.undefined()])),
  limit: z.optional(z.union([z.int().check(z.gte(1), z.lte(500)), z.undefined()])),
}), z.undefined(), z.void()]));

export const AlertsListOutput: z.ZodMiniType<types.AlertsListOutput, types.AlertsListOutput> = /* @__PURE__ */ checked(() => z.array(Alert));

export const AlertsOnChangeInput: z.ZodMiniType<types.AlertsOnChangeInput, types.AlertsOnChangeInput> = /* @__PURE__ */ checked(() => z.union([z.looseObject({
  lastEventId: z.optional(z.union([z.string().check(z.maxLength(128)), z.null(), z.undefined()])),
}), z.undefined(), z.void()]));

export const AlertsOnChangeEvent: z.ZodMiniType<types.AlertsOnChangeEvent, types.AlertsOnChangeEvent> = /* @__PURE__ */ checked(() => z.looseObject({
  id: z.string(),
  data: AlertChange,
}));

export const HostsHistoryInput: z.ZodMiniType<types.HostsHistoryInput, types.HostsHistoryInput> = /* @__PURE__ */ checked(() => z.looseObject({
  hostId: z.string().check(z.regex(new RegExp('^[A-Za-z0-9._-]{1,64}$'))),
  from: z.optional(z.union([z.date(), z.undefined()])),
  to: z.optional(z.union([z.date(), z.undefined()])),
  maxPoints: z.optional(z.union([z.int().check(z.gte(2), z.lte(2000)), z.undefined()])),
}));

export const HostsHistoryOutput: z.ZodMiniType<types.HostsHistoryOutput, types.HostsHistoryOutput> = /* @__PURE__ */ checked(() => History);

export const HostsListInput: z.ZodMiniType<types.HostsListInput, types.HostsListInput> = /* @__PURE__ */ checked(() => z.void());

export const HostsListOutput: z.ZodMiniType<types.HostsListOutput, types.HostsListOutput> = /* @__PURE__ */ checked(() => z.array(Host));

export const HostsOnChangeInput: z.ZodMiniType<types.HostsOnChangeInput, types.HostsOnChangeInput> = /* @__PURE__ */ checked(() => z.void());

export const HostsOnChangeEvent: z.ZodMiniType<types.HostsOnChangeEvent, types.HostsOnChangeEvent> = /* @__PURE__ */ checked(() => z.array(Host));

export const HostsReportInput: z.ZodMiniType<types.HostsReportInput, types.HostsReportInput> = /* @__PURE__ */ checked(() => z.looseObject({
  host: z.looseObject({
    id: z.string().check(z.regex(new RegExp('^[A-Za-z0-9._-]{1,64}$'))),
    name: z.string().check(z.minLength(1), z.maxLength(128)),
    platform: z.string().check(z.maxLength(64)),
    distribution: z.string().check(z.maxLength(128)),
    kernel: z.string().check(z.maxLength(128)),
    architecture: z.string().check(z.maxLength(64)),
    cpuModel: z.string().check(z.maxLength(128)),
    coreCount: z.int().check(z.gte(1), z.lte(1024)),
    bootedAt: z.date(),
  }),
  sample: z.looseObject({
    takenAt: z.date(),
    cpu: z.looseObject({
      totalPercent: z.number().check(z.gte(0), z.lte(100)),
      perCorePercent: z.array(z.number().check(z.gte(0), z.lte(100))).check(z.maxLength(1024)),
    }),
    memory: z.looseObject({
      totalBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
      usedBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
      swapTotalBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
      swapUsedBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
    }),
    disks: z.array(z.looseObject({
      mount: z.string().check(z.maxLength(256)),
      fileSystem: z.string().check(z.maxLength(256)),
      totalBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
      usedBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
      availableBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
    })).check(z.maxLength(64)),
    networks: z.array(z.looseObject({
      name: z.string().check(z.maxLength(256)),
      receivedBytesPerSecond: z.number().check(z.gte(0), z.lte(9007199254740991)),
      sentBytesPerSecond: z.number().check(z.gte(0), z.lte(9007199254740991)),
    })).check(z.maxLength(64)),
    load: z.looseObject({
      oneMinute: z.number().check(z.gte(0)),
      fiveMinutes: z.number().check(z.gte(0)),
      fifteenMinutes: z.number().check(z.gte(0)),
    }),
    processes: z.array(z.looseObject({
      pid: z.int().check(z.gte(0)),
      name: z.string().check(z.maxLength(256)),
      user: z.string().check(z.maxLength(256)),
      cpuPercent: z.number().check(z.gte(0), z.lte(100)),
      memoryBytes: z.number().check(z.gte(0), z.lte(9007199254740991)),
    })).check(z.maxLength(20)),
  }),
}));

export const HostsReportOutput: z.ZodMiniType<types.HostsReportOutput, types.HostsReportOutput> = /* @__PURE__ */ checked(() => z.looseObject({
  isNew: z.boolean(),
}));

export const HostsSamplesInput: z.ZodMiniType<types.HostsSamplesInput, types.HostsSamplesInput> = /* @__PURE__ */ checked(() => z.looseObject({
  hostId: z.string().check(z.regex(new RegExp('^[A-Za-z0-9._-]{1,64}$'))),
  lastEventId: z.optional(z.union([z.string().check(z.maxLength(128)), z.null(), z.undefined()])),
}));

export const HostsSamplesEvent: z.ZodMiniType<types.HostsSamplesEvent, types.HostsSamplesEvent> = /* @__PURE__ */ checked(() => z.looseObject({
  id: z.string(),
  data: StoredSample,
}));

export const RulesListInput: z.ZodMiniType<types.RulesListInput, types.RulesListInput> = /* @__PURE__ */ checked(() => z.void());

export const RulesListOutput: z.ZodMiniType<types.RulesListOutput, types.RulesListOutput> = /* @__PURE__ */ checked(() => z.array(Rule));

export const RulesRemoveInput: z.ZodMiniType<types.RulesRemoveInput, types.RulesRemoveInput> = /* @__PURE__ */ checked(() => z.looseObject({
  ruleId: z.int().check(z.gte(1)),
}));

export const RulesRemoveOutput: z.ZodMiniType<types.RulesRemoveOutput, types.RulesRemoveOutput> = /* @__PURE__ */ checked(() => z.looseObject({
  isRemoved: z.boolean(),
}));

export const RulesSetInput: z.ZodMiniType<types.RulesSetInput, types.RulesSetInput> = /* @__PURE__ */ checked(() => z.looseObject({
  name: z.string().check(z.minLength(1)),
  metric: z.union([z.literal('cpuPercent'), z.literal('memoryPercent'), z.literal('swapPercent'), z.literal('diskPercent'), z.literal('loadPerCore'), z.literal('receivedBytesPerSecond'), z.literal('sentBytesPerSecond'), z.literal('silentSeconds')]),
  comparison: z.union([z.literal('above'), z.literal('below')]),
  threshold: z.number().check(z.gte(0), z.lte(9007199254740991)),
  forSeconds: z.int().check(z.gte(0), z.lte(3600)),
  hostId: z.union([z.string().check(z.regex(new RegExp('^[A-Za-z0-9._-]{1,64}$'))), z.null()]),
  isEnabled: z.boolean(),
  id: z.optional(z.union([z.int().check(z.gte(1)), z.undefined()])),
}));

export const RulesSetOutput: z.ZodMiniType<types.RulesSetOutput, types.RulesSetOutput> = /* @__PURE__ */ checked(() => Rule);

// The types say more than schemas can, such as brands.
function checked<T>(create: () => z.ZodMiniType): z.ZodMiniType<T, T> {
  return z.lazy(create) as unknown as z.ZodMiniType<T, T>;
}
