/**
 * The shape of one language's strings, taken from the other's: every text a string, every sentence
 * with places a function of the same arguments.
 */
export type Texts<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Texts<Shape[Key]>;
};
