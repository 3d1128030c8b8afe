/** Why an input cannot be built. */
export type InputErrorReason =
  | 'unreadable'
  | 'empty'
  | 'too_large'
  | 'binary'
  | 'unknown_encoding'
  | 'documents_mismatch'
  | 'correction_invalid'
  | 'unexplained_text';

/** An input that is left out of the pack, by name; the others are built. */
export type InputError = {
  readonly file: string;
  readonly reason: InputErrorReason;
  readonly detail: string;
};
