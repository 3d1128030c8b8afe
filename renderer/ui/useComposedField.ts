import { useState } from 'react';

type FieldEvent = { readonly currentTarget: { readonly value: string } };

type FieldProps = {
  readonly value: string;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: FieldEvent) => void;
  readonly onChange: (event: FieldEvent) => void;
};

/**
 * The props of a field that is saved as one types: while an input method composes, its half-finished
 * letters stay in the field and are not told.
 */
export function useComposedField(value: string, tell: (value: string) => void): FieldProps {
  const [composing, setComposing] = useState<string | null>(null);
  return {
    value: composing ?? value,
    onCompositionStart: () => {
      setComposing(value);
    },
    onCompositionEnd: ({ currentTarget }) => {
      setComposing(null);
      tell(currentTarget.value);
    },
    onChange: ({ currentTarget }) => {
      if (composing === null) tell(currentTarget.value);
      else setComposing(currentTarget.value);
    },
  };
}
