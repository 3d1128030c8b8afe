// Flags of development and tests. They belong to the launcher; the app itself never weakens its sandbox.

/** Chromium's sandbox refuses to run as root. */
export function rootFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** For tests: build machines have no GPU. */
export function testFlags(): readonly string[] {
  return [...rootFlags(), '--disable-gpu'];
}
