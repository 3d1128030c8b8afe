// How an answer goes from main to the page: as JSON text. The context bridge copies a value property by property,
// eighty thousand of them for a law code; a text it hands over as it is.

declare const written: unique symbol;

/** The JSON text of a value, and of no other. */
export type JsonText<Value> = string & { readonly [written]: Value };

/** Writes a value of plain data; bytes, dates and the like have no JSON. */
export function toJsonText<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value) as JsonText<Value>;
}

/** Reads what `toJsonText` wrote; a property that was undefined is absent. */
export function fromJsonText<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text) as Value;
}
