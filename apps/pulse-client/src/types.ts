// Made from contract.json by @trunkline/codegen. Do not edit.
import type { ProcedureError, StandardErrorData } from '@trunkline/client/generated';

/** An alert keeps the rule's words and numbers as they were when it opened; a rule that is edited later does not change it. */
export interface Alert {
  readonly id: number;
  readonly ruleId: number;
  readonly ruleName: string;
  readonly metric: 'cpuPercent' | 'diskPercent' | 'loadPerCore' | 'memoryPercent' | 'receivedBytesPerSecond' | 'sentBytesPerSecond' | 'silentSeconds' | 'swapPercent';
  readonly comparison: 'above' | 'below';
  readonly threshold: number;
  readonly hostId: string;
  readonly hostName: string;
  /** What was measured when the alert opened. */
  readonly value: number;
  readonly openedAt: Date;
  /** Null while the alert is open. */
  readonly resolvedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
}

/** Something that happened to an alert, and the alert as it stands now. */
export interface AlertChange {
  readonly id: number;
  readonly kind: 'acknowledged' | 'opened' | 'resolved';
  readonly changedAt: Date;
  readonly alert: Alert;
}

export interface History {
  /** Where the first bucket begins; bucket `n` covers `bucketMs` from `from + n * bucketMs` on. */
  readonly from: Date;
  readonly bucketMs: number;
  /** Null where no sample came: a hole, to be drawn as one. */
  readonly buckets: readonly (HistoryBucket | null)[];
  /** Give it to `hosts.samples` as `lastEventId` to go on exactly where this history ends. */
  readonly cursor: string;
}

/** Averages over one bucket of time, and the peak of what peaks matter for. */
export type HistoryBucket = { readonly cpuMaxPercent: number; readonly sampleCount: number } & {
  cpuPercent: number;
  memoryPercent: number;
  swapPercent: number;
  /** The fullest disk: used, of what is used or may still be written, as `df` says it. */
  diskPercent: number;
  /** Load of the last minute divided by the number of cores: above 1, processes wait. */
  loadPerCore: number;
  /** All interfaces together. */
  receivedBytesPerSecond: number;
  sentBytesPerSecond: number;
};

export type Host = {
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly status: 'live' | 'silent';
  /** From the newest sample; null when its samples have all been pruned. */
  readonly latest: {
    cpuPercent: number;
    memoryPercent: number;
    swapPercent: number;
    /** The fullest disk: used, of what is used or may still be written, as `df` says it. */
    diskPercent: number;
    /** Load of the last minute divided by the number of cores: above 1, processes wait. */
    loadPerCore: number;
    /** All interfaces together. */
    receivedBytesPerSecond: number;
    sentBytesPerSecond: number;
  } | null;
} & {
  id: string;
  name: string;
  platform: string;
  distribution: string;
  kernel: string;
  architecture: string;
  cpuModel: string;
  coreCount: number;
  bootedAt: Date;
};

export type Rule = { readonly id: number } & {
  name: string;
  metric: 'cpuPercent' | 'diskPercent' | 'loadPerCore' | 'memoryPercent' | 'receivedBytesPerSecond' | 'sentBytesPerSecond' | 'silentSeconds' | 'swapPercent';
  comparison: 'above' | 'below';
  threshold: number;
  /** How long the condition must hold before an alert opens; 0 opens at the first sample. */
  forSeconds: number;
  /** One host, or null for all. */
  hostId: string | null;
  isEnabled: boolean;
};

/** A sample as the server keeps it. `id` grows with every sample that is stored, on any host, and is never used again. */
export type StoredSample = { readonly id: number } & {
  /** By the clock of the host. A host has at most one sample for one moment. */
  takenAt: Date;
  cpu: { totalPercent: number; perCorePercent: number[] };
  memory: {
    totalBytes: number;
    usedBytes: number;
    swapTotalBytes: number;
    swapUsedBytes: number;
  };
  disks: {
    mount: string;
    fileSystem: string;
    totalBytes: number;
    usedBytes: number;
    /** What may still be written; less than total without used where the system keeps a reserve. */
    availableBytes: number;
  }[];
  networks: { name: string; receivedBytesPerSecond: number; sentBytesPerSecond: number }[];
  /** Runnable processes, averaged; zeros where the platform has no such number (Windows). */
  load: { oneMinute: number; fiveMinutes: number; fifteenMinutes: number };
  /** The busiest first. */
  processes: {
    pid: number;
    name: string;
    user: string;
    /** Share of the whole machine, all cores together. */
    cpuPercent: number;
    memoryBytes: number;
  }[];
};

/** What an error of the server says beside its message. */
export type ApiErrorData = StandardErrorData;
/** An error of a procedure that declares none. */
export type ApiError = ProcedureError<never, ApiErrorData>;

/** The input of `alerts.acknowledge`. */
export interface AlertsAcknowledgeInput {
  /** An integer. At least 1. */
  alertId: number;
}
/** The output of `alerts.acknowledge`. */
export type AlertsAcknowledgeOutput = Alert;

/** The input of `alerts.list`. */
export type AlertsListInput =
  | {
    state?: 'open' | 'resolved' | 'all' | undefined;
    /** Matches `^[A-Za-z0-9._-]{1,64}$`. */
    hostId?: string | undefined;
    /** An integer. 1 to 500. */
    limit?: number | undefined;
  }
  | undefined
  | void;
/** The output of `alerts.list`. */
export type AlertsListOutput = Alert[];

/** The input of `alerts.onChange`. */
export type AlertsOnChangeInput =
  | {
    /** At most 128 characters. */
    lastEventId?: string | null | undefined;
  }
  | undefined
  | void;
/** An event of `alerts.onChange`. */
export interface AlertsOnChangeEvent {
  id: string;
  data: AlertChange;
}

/** The input of `hosts.history`. */
export interface HostsHistoryInput {
  /** Matches `^[A-Za-z0-9._-]{1,64}$`. */
  hostId: string;
  from?: Date | undefined;
  to?: Date | undefined;
  /** An integer. 2 to 2000. */
  maxPoints?: number | undefined;
}
/** The output of `hosts.history`. */
export type HostsHistoryOutput = History;

/** The input of `hosts.list`. */
export type HostsListInput = void;
/** The output of `hosts.list`. */
export type HostsListOutput = Host[];

/** The input of `hosts.onChange`. */
export type HostsOnChangeInput = void;
/** An event of `hosts.onChange`. */
export type HostsOnChangeEvent = Host[];

/** The input of `hosts.report`. */
export interface HostsReportInput {
  host: {
    /** Matches `^[A-Za-z0-9._-]{1,64}$`. */
    id: string;
    /** 1 to 128 characters. */
    name: string;
    /** At most 64 characters. */
    platform: string;
    /** At most 128 characters. */
    distribution: string;
    /** At most 128 characters. */
    kernel: string;
    /** At most 64 characters. */
    architecture: string;
    /** At most 128 characters. */
    cpuModel: string;
    /** An integer. 1 to 1024. */
    coreCount: number;
    bootedAt: Date;
  };
  sample: {
    /** By the clock of the host. A host has at most one sample for one moment. */
    takenAt: Date;
    cpu: {
      /** 0 to 100. */
      totalPercent: number;
      /** At most 1024 items. */
      perCorePercent: number[];
    };
    memory: {
      /** 0 to 9007199254740991. */
      totalBytes: number;
      /** 0 to 9007199254740991. */
      usedBytes: number;
      /** 0 to 9007199254740991. */
      swapTotalBytes: number;
      /** 0 to 9007199254740991. */
      swapUsedBytes: number;
    };
    /** At most 64 items. */
    disks: {
      /** At most 256 characters. */
      mount: string;
      /** At most 256 characters. */
      fileSystem: string;
      /** 0 to 9007199254740991. */
      totalBytes: number;
      /** 0 to 9007199254740991. */
      usedBytes: number;
      /** 0 to 9007199254740991. */
      availableBytes: number;
    }[];
    /** At most 64 items. */
    networks: {
      /** At most 256 characters. */
      name: string;
      /** 0 to 9007199254740991. */
      receivedBytesPerSecond: number;
      /** 0 to 9007199254740991. */
      sentBytesPerSecond: number;
    }[];
    load: {
      /** At least 0. */
      oneMinute: number;
      /** At least 0. */
      fiveMinutes: number;
      /** At least 0. */
      fifteenMinutes: number;
    };
    /** At most 20 items. */
    processes: {
      /** An integer. At least 0. */
      pid: number;
      /** At most 256 characters. */
      name: string;
      /** At most 256 characters. */
      user: string;
      /** 0 to 100. */
      cpuPercent: number;
      /** 0 to 9007199254740991. */
      memoryBytes: number;
    }[];
  };
}
/** The output of `hosts.report`. */
export interface HostsReportOutput {
  readonly isNew: boolean;
}

/** The input of `hosts.samples`. */
export interface HostsSamplesInput {
  /** Matches `^[A-Za-z0-9._-]{1,64}$`. */
  hostId: string;
  /** At most 128 characters. */
  lastEventId?: string | null | undefined;
}
/** An event of `hosts.samples`. */
export interface HostsSamplesEvent {
  id: string;
  data: StoredSample;
}

/** The input of `rules.list`. */
export type RulesListInput = void;
/** The output of `rules.list`. */
export type RulesListOutput = Rule[];

/** The input of `rules.remove`. */
export interface RulesRemoveInput {
  /** An integer. At least 1. */
  ruleId: number;
}
/** The output of `rules.remove`. */
export interface RulesRemoveOutput {
  readonly isRemoved: boolean;
}

/** The input of `rules.set`. */
export interface RulesSetInput {
  /** At least 1 character. */
  name: string;
  metric: 'cpuPercent' | 'memoryPercent' | 'swapPercent' | 'diskPercent' | 'loadPerCore' | 'receivedBytesPerSecond' | 'sentBytesPerSecond' | 'silentSeconds';
  comparison: 'above' | 'below';
  /** 0 to 9007199254740991. */
  threshold: number;
  /** An integer. 0 to 3600. */
  forSeconds: number;
  /** Matches `^[A-Za-z0-9._-]{1,64}$`. */
  hostId: string | null;
  isEnabled: boolean;
  /** An integer. At least 1. */
  id?: number | undefined;
}
/** The output of `rules.set`. */
export type RulesSetOutput = Rule;
