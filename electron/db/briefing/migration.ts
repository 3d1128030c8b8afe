/** One numbered step of the reader's own tables. Never edited after a release: the next number is added. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  /** One or more statements, run in the one transaction that also raises `user_version`. */
  readonly sql: string;
};
