import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

// Evaluated through the debugger, so the page's own CSP stays as it is.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const themes = ['paper', 'night', 'contrast', 'eink'] as const;

type AxeFinding = { readonly id: string; readonly nodes: readonly string[] };

/** What axe finds on the screen as it stands, the size of targets included (WCAG 2.2 AA). */
export async function axeFindings(window: Page): Promise<readonly AxeFinding[]> {
  await window.evaluate(axe);
  return window.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as {
      axe: {
        run: (options: object) => Promise<{
          violations: readonly { id: string; nodes: readonly { html: string }[] }[];
        }>;
      };
    };
    const { violations } = await engine.run({ rules: { 'target-size': { enabled: true } } });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 200)),
    }));
  });
}

/** What axe finds in each theme, without a way through the settings; leaves the last theme on. */
export async function axeFindingsByTheme(
  window: Page,
): Promise<Readonly<Record<string, readonly AxeFinding[]>>> {
  const found: Record<string, readonly AxeFinding[]> = {};
  for (const theme of themes) {
    await window.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    const findings = await axeFindings(window);
    if (findings.length > 0) found[theme] = findings;
  }
  return found;
}
