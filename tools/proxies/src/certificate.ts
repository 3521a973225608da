import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A self-signed certificate for localhost, made for one run: Node itself cannot make one. */
export interface Certificate {
  readonly certificatePath: string;
  readonly keyPath: string;
  /** Both in one file, as HAProxy reads them. */
  readonly bothPath: string;
  readonly certificate: string;
  readonly key: string;
}

export function createCertificate(folder: string): Certificate {
  const [certificatePath, keyPath] = [join(folder, 'localhost.crt'), join(folder, 'localhost.key')];
  const bothPath = join(folder, 'localhost.pem');
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...subject, '-keyout', keyPath, '-out', certificatePath], { stdio: 'pipe' });
  const [certificate, key] = [readFileSync(certificatePath, 'utf8'), readFileSync(keyPath, 'utf8')];
  writeFileSync(bothPath, certificate + key);
  return { certificatePath, keyPath, bothPath, certificate, key };
}
