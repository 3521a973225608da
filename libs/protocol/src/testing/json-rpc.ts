// Written from the text of the JSON-RPC 2.0 specification, sections 4 and 5, and from nothing else: it shares no code with
// what it judges.

/** What makes a text something else than one strict JSON-RPC 2.0 request or notification (section 4). */
export function findRequestBreaches(text: string): string[] {
  const request: unknown = JSON.parse(text);
  if (!isObject(request)) return ['the request is not an object'];
  const breaches = findCommonBreaches(request, ['jsonrpc', 'method', 'params', 'id']);
  if (typeof request['method'] !== 'string') breaches.push('method is not a String');
  if ('params' in request && (typeof request['params'] !== 'object' || request['params'] === null)) {
    breaches.push('params is not a Structured value');
  }
  if ('id' in request && !isId(request['id'])) breaches.push('id is not a String, Number or NULL');
  return breaches;
}

/** What makes a text something else than one strict JSON-RPC 2.0 response (section 5). */
export function findResponseBreaches(text: string): string[] {
  const response: unknown = JSON.parse(text);
  if (!isObject(response)) return ['the response is not an object'];
  const breaches = findCommonBreaches(response, ['jsonrpc', 'result', 'error', 'id']);
  if ('result' in response === 'error' in response) breaches.push('not exactly one of result and error');
  if (!('id' in response) || !isId(response['id'])) breaches.push('id is missing or not a String, Number or NULL');
  if ('result' in response && response['id'] === null) breaches.push('a result under the id NULL');
  if ('error' in response) breaches.push(...findErrorBreaches(response['error']));
  return breaches;
}

// Section 5.1.
function findErrorBreaches(error: unknown): string[] {
  if (!isObject(error)) return ['error is not an object'];
  const breaches = findForeignMembers(error, ['code', 'message', 'data']);
  if (!Number.isInteger(error['code'])) breaches.push('error.code is not an integer');
  if (typeof error['message'] !== 'string') breaches.push('error.message is not a String');
  return breaches;
}

function findCommonBreaches(message: Record<string, unknown>, members: readonly string[]): string[] {
  const breaches = findForeignMembers(message, members);
  if (message['jsonrpc'] !== '2.0') breaches.push('jsonrpc is not exactly "2.0"');
  return breaches;
}

function findForeignMembers(message: Record<string, unknown>, members: readonly string[]): string[] {
  return Object.keys(message)
    .filter((name) => !members.includes(name))
    .map((name) => `the member ${name} is not of JSON-RPC`);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || value === null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
