import { createHash } from 'node:crypto';

/** The sha256 of a text: 43 characters of base64url. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
