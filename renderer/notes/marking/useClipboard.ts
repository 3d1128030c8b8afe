import { useCallback } from 'react';
import { useAnnounce } from '../../app/useAnnounce.ts';
import { useStrings } from '../../app/useStrings.ts';

export type Copied = {
  readonly text: string;
  /** The same for programs that take HTML. */
  readonly html?: string;
  /** Said once it is on the clipboard. */
  readonly sentence: string;
};

/** Puts text on the clipboard and says so, or says that the clipboard is as it was. */
export function useClipboard(): (copied: Copied) => void {
  const announce = useAnnounce();
  const { notes } = useStrings();
  return useCallback(
    ({ text, html, sentence }) => {
      const item = new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
      });
      navigator.clipboard.write([item]).then(
        () => {
          announce(sentence);
        },
        // Another program may hold the clipboard, or the window have lost the keyboard.
        () => {
          announce(notes.notCopied);
        },
      );
    },
    [announce, notes],
  );
}
