import { adapt, readGuide } from '../guide.js';
import type { ProxyKind } from './proxy-kind.js';

export const haproxy: ProxyKind = {
  name: 'HAProxy',
  configure: ({ port, applicationPort, isSecure, idleSeconds, certificate }) => {
    const site = adapt(readGuide('haproxy'), {
      'bind :443 ssl crt /etc/ssl/private/example.org.pem': `bind 127.0.0.1:${port}${isSecure ? ` ssl crt ${certificate.bothPath}` : ''}`,
      '127.0.0.1:4400': `127.0.0.1:${applicationPort}`,
      ...(idleSeconds === undefined ? {} : { 'timeout tunnel 1h': `timeout tunnel ${idleSeconds}s` }),
    });
    return `global\n  maxconn 200\n\n${site}`;
  },
  command: (configurationPath) => ['haproxy', '-W', '-db', '-f', configurationPath],
  reloadSignal: 'SIGUSR2',
  reloadSign: 'forked',
};
