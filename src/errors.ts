/** Stable codes of the faults this application raises; logged, never shown as such to people. */
export type ErrorCode =
  | 'config_invalid'
  | 'report_invalid'
  | 'knowledge_invalid'
  | 'input_invalid'
  | 'answer_unsafe'
  | 'answer_late'
  | 'answer_failed'
  | 'answers_busy'
  | 'storage_failed'
  | 'storage_busy'
  | 'storage_gone'
  | 'address_unavailable'
  | 'slack_failed';

/**
 * A fault with a stable code. The message says what, where, which value, and what to do.
 * Normal outcomes (a question without an answer, say) are values and never thrown.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
