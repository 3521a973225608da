import { describe, expect, it } from '@jest/globals';
import { OperationList } from './operation-list.js';

const message = (name: string) => ({ name, title: name, payload: {} });

describe('OperationList', () => {
  it('says what is received with its answers, and what is sent', () => {
    const list = new OperationList();
    list.receive('read', message('read.call'), [message('read.answer'), message('failure')], ['query']);
    list.send('changes', message('changes.event'), ['subscription']);
    expect(list.operations()).toMatchObject({
      read: {
        action: 'receive',
        channel: { $ref: '#/channels/rpc' },
        messages: [{ $ref: '#/channels/rpc/messages/read.call' }],
        reply: {
          messages: [{ $ref: '#/channels/rpc/messages/read.answer' }, { $ref: '#/channels/rpc/messages/failure' }],
        },
      },
      changes: { action: 'send', tags: [{ name: 'subscription' }] },
    });
  });

  it('gives a notification no reply', () => {
    const list = new OperationList();
    list.receive('cancel', message('cancel'), [], []);
    expect(list.operations()).not.toHaveProperty('cancel.reply');
  });

  it('knows each message once', () => {
    const list = new OperationList();
    list.receive('a', message('a'), [message('failure')], []);
    list.receive('b', message('b'), [message('failure')], []);
    expect(list.messages().map(({ name }) => name)).toEqual(['failure', 'a', 'b']);
  });
});
