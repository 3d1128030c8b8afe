// Runs inside the page: how long a key takes from the press to the frame that shows what it asked for.

// What the preload puts on the window.
import type { Output } from '../../renderer/app/bridge.ts';
import type { Result } from '../../shared/domain/result.ts';

/** Where is typed, and what shows the text that the page answers. */
export type Typed = {
  readonly field: string;
  readonly answer: string;
  /** All that stands in the field after the key. */
  readonly text: string;
};

/** Milliseconds from the press: the answer stands in the document, and its frame is painted. */
export type KeyTimes = { readonly drawn: number; readonly painted: number };

/** Adds a field that shows what is typed at once: the least that any answer takes. Self-contained. */
export function addPlainField(): void {
  const field = document.createElement('input');
  field.id = 'plain-field';
  const answer = document.createElement('output');
  answer.id = 'plain-answer';
  for (const [row, element] of [field, answer].entries()) {
    Object.assign(element.style, { position: 'fixed', zIndex: '9', top: `${String(row * 2)}rem` });
  }
  field.addEventListener('input', () => {
    answer.textContent = field.value;
  });
  document.body.append(field, answer);
}

/** Listens for the next key; `times` is there once its answer is painted. Self-contained. */
export function listenForKey({ field, answer, text }: Typed): {
  readonly times: Promise<KeyTimes>;
} {
  const times = new Promise<KeyTimes>((resolve) => {
    let pressed = 0;
    document.querySelector(field)?.addEventListener(
      'input',
      (event) => {
        pressed = event.timeStamp;
      },
      { once: true, capture: true },
    );
    const changes = new MutationObserver(() => {
      if (pressed === 0 || document.querySelector(answer)?.textContent !== text) return;
      changes.disconnect();
      const drawn = performance.now() - pressed;
      requestAnimationFrame(() => {
        // A message sent before a frame is painted arrives when it has been.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve({ drawn, painted: performance.now() - pressed });
        };
        port2.postMessage(null);
      });
    });
    changes.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return { times };
}

/** Milliseconds that the page waits for an answer, and those that the search itself took. Self-contained. */
export async function timeAnswer(
  query: string,
): Promise<{ readonly waited: number; readonly sought: number }> {
  const filters = { scope: null, documentIds: [], kinds: [], leads: [] };
  const asked = performance.now();
  const request = { query, filters, fuzzyPinyin: false, offset: 0, limit: 30 };
  const answer = JSON.parse(await window.yandu.searchPack(request)) as Result<Output<'searchPack'>>;
  const waited = performance.now() - asked;
  return { waited, sought: answer.ok && answer.value.status === 'page' ? answer.value.millis : 0 };
}
