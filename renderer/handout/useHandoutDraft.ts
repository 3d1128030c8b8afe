// The handout on the desk: edited at once in the window, saved after a short pause, never lost on closing.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MOST_ITEMS, type Handout, type HandoutItem } from '../../shared/domain/handout.ts';
import type { HandoutItemId } from '../../shared/domain/ids.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useBeforeClose } from '../app/useBeforeClose.ts';
import { useStrings } from '../app/useStrings.ts';
import { useCall } from '../app/useYandu.ts';

/**
 * Milliseconds without a change until it is saved and its pages are asked for: enough to gather what comes at
 * once, as from a key held down, and less than lies between two letters that are typed.
 */
const PAUSE = 40;

/** What was stored last, and what it took the place of: `stored` tells of it a moment later. */
type Saved = { readonly handout: Handout; readonly over: Handout };

export type HandoutDraft = {
  readonly handout: Handout;
  readonly isSaving: boolean;
  readonly change: (change: Partial<Handout>) => void;
  /** False, and said so, where there would be more items than a handout holds; then nothing changes. */
  readonly changeItems: (items: readonly HandoutItem[]) => boolean;
  /** Puts items behind the one written in last, or at the end; false as with `changeItems`. */
  readonly insert: (items: readonly HandoutItem[]) => boolean;
  /** Remembers the item that is being written in. */
  readonly setCursor: (id: HandoutItemId) => void;
};

/** `stored` is main's version; it replaces the draft when it is newer, as after undo. */
export function useHandoutDraft(stored: Handout): HandoutDraft {
  const call = useCall();
  const announce = useAnnounce();
  const { errors } = useStrings();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Handout | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const pending = useRef<Handout | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = useRef(stored);
  useEffect(() => {
    shown.current = stored;
  }, [stored]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const handout = pending.current;
    if (handout === null) return;
    pending.current = null;
    const result = await call('saveHandout', { handout });
    if (!result.ok) {
      // Said by the call; tried again with the next change and when the window closes.
      pending.current ??= handout;
      return;
    }
    // What was stored is known at once: between draft and answer nothing older may be shown or built upon.
    client.setQueryData<readonly Handout[]>(['listHandouts', {}], (all) =>
      all?.map((one) => (one.id === result.value.id ? result.value : one)),
    );
    setSaved({ handout: result.value, over: shown.current });
    // What was typed meanwhile is newer than what was saved.
    setDraft((current) => (current === handout ? null : current));
  }, [call, client]);

  useBeforeClose(flush);
  // Leaving the room or changing the handout saves what is still waiting.
  useEffect(
    () => () => {
      void flush();
    },
    [flush],
  );

  const handout = draft ?? (saved?.over === stored ? saved.handout : stored);
  const latest = useRef(handout);
  // The keys of an item act on what is on screen, also between two renders.
  useEffect(() => {
    latest.current = handout;
  }, [handout]);

  const change = useCallback(
    (part: Partial<Handout>) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      pending.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [flush],
  );
  const changeItems = useCallback(
    (items: readonly HandoutItem[]) => {
      if (items.length > MOST_ITEMS) {
        announce(errors.handout_full({ most: String(MOST_ITEMS) }));
        return false;
      }
      change({ items });
      return true;
    },
    [announce, change, errors],
  );
  const cursor = useRef<HandoutItemId | null>(null);
  const insert = useCallback(
    (added: readonly HandoutItem[]) => {
      const { items } = latest.current;
      const at = items.findIndex((item) => item.id === cursor.current);
      const isIn = changeItems(items.toSpliced(at < 0 ? items.length : at + 1, 0, ...added));
      if (isIn) cursor.current = added.at(-1)?.id ?? cursor.current;
      return isIn;
    },
    [changeItems],
  );
  const setCursor = useCallback((id: HandoutItemId) => {
    cursor.current = id;
  }, []);
  return { handout, isSaving: handout !== stored, change, changeItems, insert, setCursor };
}
