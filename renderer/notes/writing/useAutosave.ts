import { useCallback, useEffect, useRef, useState } from 'react';
import { useBeforeClose } from '../../app/useBeforeClose.ts';

/** A pause in typing after which is stored, in milliseconds. */
const PAUSE = 600;

export type Autosave = {
  readonly text: string;
  /** 'saved' is said only after main has committed exactly what is on screen. */
  readonly status: 'saved' | 'unsaved' | 'saving';
  readonly type: (text: string) => void;
  readonly flush: () => Promise<void>;
};

/**
 * Holds what is being typed and stores it at every pause, on `flush` (blur), when the field goes away
 * and before the window closes. A failed save keeps the text and tries again with the next key.
 */
export function useAutosave(stored: string, save: (text: string) => Promise<boolean>): Autosave {
  const [draft, setDraft] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  // What is on screen stays there until what is stored has caught up with it: nothing flickers.
  if (draft !== null && draft === saved && draft === stored) setDraft(null);
  const [isSaving, setIsSaving] = useState(false);
  const latest = useRef({ draft: null as string | null, save });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const flush = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const text = latest.current.draft;
    if (text === null) return;
    setIsSaving(true);
    const isSaved = await latest.current.save(text);
    setIsSaving(false);
    if (!isSaved || latest.current.draft !== text) return;
    latest.current.draft = null;
    setSaved(text);
  }, []);

  // The newest way to save is used, so that a render does not restart the pause.
  useEffect(() => {
    latest.current.save = save;
  });
  // What is typed must not go with the field.
  useEffect(
    () => () => {
      void flush();
    },
    [flush],
  );
  useBeforeClose(flush);

  const type = useCallback(
    (text: string): void => {
      latest.current.draft = text;
      setDraft(text);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [flush],
  );

  const status = draft === null || draft === saved ? 'saved' : isSaving ? 'saving' : 'unsaved';
  return { text: draft ?? stored, status, type, flush };
}
