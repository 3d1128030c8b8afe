/** The longest time that nothing else could run in this process, in milliseconds. */
export type Hold = {
  readonly wall: number;
  /** Processor time of the thread in it: what other programs took, or the disk, is not in it. */
  readonly cpu: number;
};

/** Watches the event loop until the returned function is called. */
export function watchHolds(): () => Hold {
  let wall = 0;
  let cpu = 0;
  let beat = performance.now();
  let spent = threadMillis();
  const pulse = setInterval(() => {
    const now = performance.now();
    const used = threadMillis();
    wall = Math.max(wall, now - beat);
    cpu = Math.max(cpu, used - spent);
    beat = now;
    spent = used;
  }, 1);
  return () => {
    clearInterval(pulse);
    return { wall, cpu };
  };
}

function threadMillis(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
