/** A file that is no contract or nothing that belongs to one, with what is wrong and where. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}
