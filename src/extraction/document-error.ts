import { AppError } from '../errors.ts';

/** Why nothing of a file could be read. */
export const DOCUMENT_FAULTS = [
  'empty',
  /** Another office suite's or an old format that can be saved as .docx. */
  'other-office',
  /** A printed format that can be saved as .pdf. */
  'other-print',
  'picture',
  'sheet',
  'unknown-format',
  'encoding',
  'damaged',
  /** Opens only with a password. */
  'password',
  /** Small as it is sent, far too large once it is unpacked. */
  'bursting',
  /** Every page is a picture without text. */
  'scan',
  'no-text',
] as const;
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

/** `input_invalid`, with the reason for those who say it in other words. */
export class DocumentError extends AppError {
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault, message: string, options?: ErrorOptions) {
    super('input_invalid', message, options);
    this.fault = fault;
  }
}
