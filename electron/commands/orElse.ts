/** What `read` gives; `otherwise` where the system refuses it: a missing right, a name too long, no such file. */
export function orElse<Value, Otherwise>(
  otherwise: Otherwise,
  read: () => Value,
): Value | Otherwise {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return otherwise;
    throw error;
  }
}
