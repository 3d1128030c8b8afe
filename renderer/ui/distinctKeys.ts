/** Keys by which rows keep their fields while others come, go and move: their names, told apart where one stands twice. */
export function distinctKeys(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${String(count)}`;
  });
}
