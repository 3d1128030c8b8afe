// What main says to the page unasked: names alone. The page asks for the rest over a channel.

/**
 * `closing`: store what is being typed, then call `finishClosing`.
 * `store`: store what is being typed now; the machine may stop.
 * `link`: a yandu:// address has arrived, `takeLink` gives it.
 * `pack`: a pack file has arrived, `takeOfferedPack` gives it.
 * `disk`: the disk is full, or no longer, or the briefing was found damaged; `getDiskState` tells.
 * `fault`: something went wrong in main that nobody waited for.
 * `progress`: the check of a pack has gone on, `getInstallProgress` tells how far.
 */
export const windowEvents = [
  'closing',
  'store',
  'link',
  'pack',
  'progress',
  'disk',
  'fault',
] as const;
export type WindowEvent = (typeof windowEvents)[number];
