import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@trunkline/protocol';
import { procedureOf } from '../protocol/wire.spec-support.js';
import { errorComponents, methodErrors } from './method-errors.js';

describe('errorComponents', () => {
  it('has every error of the protocol', () => {
    expect(Object.keys(Object(errorComponents()))).toEqual(Object.keys(ERROR_CODES));
    expect(errorComponents()).toMatchObject({ NOT_FOUND: { code: -32004, data: { code: 'NOT_FOUND' } } });
  });
});

describe('methodErrors', () => {
  it('says together what shares a number', () => {
    const errors = { BAD_GATEWAY: 'The bank is down.', SERVICE_UNAVAILABLE: 'It is night.' };
    expect(methodErrors(procedureOf('query', { errors }))).toContainEqual({
      code: -32603,
      message: expect.stringContaining('BAD_GATEWAY: The bank is down. SERVICE_UNAVAILABLE: It is night.'),
      data: { code: ['BAD_GATEWAY', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'] },
    });
  });

  it('refers to what every call may meet', () => {
    expect(methodErrors(procedureOf('query'))).toContainEqual({ $ref: '#/components/errors/CANCELLED' });
  });

  it('passes over codes without a number', () => {
    const errors = { OUT_OF_STOCK: 'It is gone.' };
    expect(methodErrors(procedureOf('query', { errors }))).toEqual(methodErrors(procedureOf('query')));
  });
});
