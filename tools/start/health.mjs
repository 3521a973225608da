const answerWithinMs = 2_000;

/**
 * Says whether the address answers with 200. Whatever goes wrong on the way means "not yet".
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export async function isHealthy(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
