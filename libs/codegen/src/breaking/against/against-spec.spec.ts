import { describe, expect, it } from '@jest/globals';
import { AgainstError, parseAgainst } from './against-spec.js';

describe('parseAgainst', () => {
  it.each([
    ['contract.json', { kind: 'file', path: 'contract.json' }],
    ['C:/api/contract.json', { kind: 'file', path: 'C:/api/contract.json' }],
    ['git:main:libs/api/contract.json', { kind: 'git', ref: 'main', path: 'libs/api/contract.json' }],
    ['git:origin/release-1.x~2:a:b.json', { kind: 'git', ref: 'origin/release-1.x~2', path: 'a:b.json' }],
    ['git:HEAD@{1}:c.json', { kind: 'git', ref: 'HEAD@{1}', path: 'c.json' }],
    ['npm:@acme/api-client@1.4.0', { kind: 'npm', specifier: '@acme/api-client@1.4.0' }],
    ['npm:api@latest', { kind: 'npm', specifier: 'api@latest' }],
    ['npm:./api-1.0.0.tgz', { kind: 'npm', specifier: './api-1.0.0.tgz' }],
  ])('reads %s', (text, spec) => {
    expect(parseAgainst(text)).toEqual(spec);
  });

  it.each([
    '',
    'git:main',
    'git::contract.json',
    'git:--output=x:contract.json',
    'git:a..b:contract.json',
    'git:main:../contract.json',
    'git:main:/etc/passwd',
    'git:main:-x',
    'npm:',
    'npm:@acme/api',
    'npm:--registry=x@1',
    'npm:api@1 --json',
    'npm:api@1;ls',
  ])('refuses %j', (text) => {
    expect(() => parseAgainst(text)).toThrow(AgainstError);
  });
});
