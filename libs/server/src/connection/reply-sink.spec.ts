import { describe, expect, it } from '@jest/globals';
import { BatchSink } from './reply-sink.js';

describe('BatchSink', () => {
  it('sends one array once the last answer is there, in the order of the answers', () => {
    const sent: string[] = [];
    const sink = new BatchSink(3, (frame) => sent.push(frame));
    sink.answer('{"id":2}');
    sink.answer('{"id":1}');
    expect(sent).toEqual([]);
    sink.answer('{"id":3}');
    expect(sent).toEqual(['[{"id":2},{"id":1},{"id":3}]']);
  });

  it('sends an array also for a single answer', () => {
    const sent: string[] = [];
    new BatchSink(1, (frame) => sent.push(frame)).answer('{"id":1}');
    expect(sent).toEqual(['[{"id":1}]']);
  });

  it('lets follow what follows an answer only when the array is on its way', () => {
    const log: string[] = [];
    const sink = new BatchSink(2, (frame) => log.push(frame));
    sink.answer('1', () => log.push('after 1'));
    sink.answer('2', () => log.push('after 2'));
    expect(log).toEqual(['[1,2]', 'after 1', 'after 2']);
  });
});
