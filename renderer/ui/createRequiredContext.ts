import { createContext, useContext, type Context } from 'react';

/** A context without a default: reading it outside its provider is a bug and throws. */
export function createRequiredContext<Value>(
  name: string,
): readonly [Context<Value | null>, () => Value] {
  const context = createContext<Value | null>(null);
  context.displayName = name;
  function useRequired(): Value {
    const value = useContext(context);
    if (value === null) throw new Error(`${name} is read outside its provider`);
    return value;
  }
  return [context, useRequired];
}
