/** Why a command cannot do what it was asked: said on stderr without a stack, because it is no bug. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  /**
   * @param message whole sentences: what is wrong, and what to do about it.
   * @param exitCode one of `EXIT_CODES`.
   */
  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
