import { describe, expect, it } from '@jest/globals';
import { makeSample } from '../make-report.js';
import { metricsOf } from './metrics-of.js';

const takenAt = new Date('2026-01-01T00:00:00Z');

describe('metricsOf', () => {
  it('boils a sample down to one number per question', () => {
    expect(metricsOf(makeSample(takenAt))).toEqual({
      cpuPercent: 12.5,
      memoryPercent: 25,
      swapPercent: 0,
      diskPercent: 50,
      loadPerCore: 0.5,
      receivedBytesPerSecond: 1_500,
      sentBytesPerSecond: 200,
    });
  });

  it('judges a disk by what may still be written, and takes the fullest', () => {
    const disk = { mount: '/', fileSystem: 'ext4', totalBytes: 1_000, usedBytes: 300, availableBytes: 0 };
    const emptier = { ...disk, mount: '/home', usedBytes: 10, availableBytes: 990 };
    expect(metricsOf(makeSample(takenAt, { disks: [emptier, disk] })).diskPercent).toBe(100);
  });

  it('says zero for what a machine does not have', () => {
    const nothing = makeSample(takenAt, { disks: [], networks: [], cpu: { totalPercent: 0, perCorePercent: [] } });
    expect(metricsOf(nothing)).toMatchObject({ diskPercent: 0, receivedBytesPerSecond: 0, loadPerCore: 1 });
  });
});
