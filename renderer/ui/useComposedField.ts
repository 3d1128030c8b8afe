import { useState } from 'react';

type FieldEvent = { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

type FieldProps = {
  readonly value: string;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: FieldEvent) => void;
  readonly onChange: (event: FieldEvent) => void;
};

/**
 * The props of a field that is saved as one types: while an input method composes, its half-finished
 * letters stay in the field and are not told. `tidy` makes what may stand in the field of what was typed, part by
 * part; the caret stays where it is.
 */
export function useComposedField(
  value: string,
  tell: (value: string) => void,
  tidy: (text: string) => string = (text) => text,
): FieldProps {
  const [composing, setComposing] = useState<string | null>(null);
  return {
    value: composing ?? value,
    onCompositionStart: () => {
      setComposing(value);
    },
    onCompositionEnd: ({ currentTarget }) => {
      setComposing(null);
      tidyField(currentTarget, tidy);
      tell(currentTarget.value);
    },
    onChange: ({ currentTarget }) => {
      if (composing !== null) {
        setComposing(currentTarget.value);
        return;
      }
      tidyField(currentTarget, tidy);
      tell(currentTarget.value);
    },
  };
}

/** In the field itself: a value given to it later would send the caret to its end. */
function tidyField(field: FieldEvent['currentTarget'], tidy: (text: string) => string): void {
  const { value, selectionStart } = field;
  const tidied = tidy(value);
  if (tidied === value) return;
  const caret = tidy(value.slice(0, selectionStart ?? value.length)).length;
  field.value = tidied;
  field.setSelectionRange(caret, caret);
}
