import { RESULTS_ID } from './searchContext.ts';

/** The rows of the result list, in the order shown: what the arrow keys walk. */
export function listedRows(): readonly HTMLElement[] {
  const list = document.getElementById(RESULTS_ID);
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-row]')];
}
