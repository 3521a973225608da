import { adapt, readGuide } from '../guide.js';
import type { ProxyKind, ProxySetting } from './proxy-kind.js';

export const nginx: ProxyKind = {
  name: 'nginx',
  configure: (setting) => `
    daemon off;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    worker_processes 1;
    pid ${setting.folder}/nginx.pid;
    error_log stderr notice;
    events {}
    http {
      access_log off;
      client_body_temp_path ${setting.folder}/body;
      proxy_temp_path ${setting.folder}/proxy;
      fastcgi_temp_path ${setting.folder}/fastcgi;
      uwsgi_temp_path ${setting.folder}/uwsgi;
      scgi_temp_path ${setting.folder}/scgi;
      ${configureSite(setting)}
    }`,
  command: (configurationPath, folder) => ['nginx', '-e', 'stderr', '-p', folder, '-c', configurationPath],
  reloadSignal: 'SIGHUP',
  reloadSign: 'reconfiguring',
};

function configureSite({ port, applicationPort, isSecure, idleSeconds, certificate }: ProxySetting): string {
  return adapt(readGuide('nginx'), {
    'listen 443 ssl;': `listen 127.0.0.1:${port}${isSecure ? ' ssl' : ''};`,
    '127.0.0.1:4400': `127.0.0.1:${applicationPort}`,
    '/etc/ssl/private/example.org.crt': certificate.certificatePath,
    '/etc/ssl/private/example.org.key': certificate.keyPath,
    ...(idleSeconds === undefined ? {} : { 'proxy_read_timeout 60s;': `proxy_read_timeout ${idleSeconds}s;` }),
  });
}
