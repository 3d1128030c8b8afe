/**
 * Chromium's flags for development and tests: its sandbox refuses to run as root, and build machines
 * have no GPU. They belong to the launcher; the app itself never weakens its sandbox.
 */
export function launchFlags(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
}
