// The session of the print window: a page is served once, at an address nobody can guess, with its style
// sheet and the bundled typefaces, under a policy that lets it load these and nothing else.

import { session } from 'electron';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintDocument } from '../../shared/handout/printDocument.ts';

export const PRINT_PARTITION = 'handout-print';

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

export type PrintSession = {
  /** Rules for the bundled typefaces, their addresses below that of the page. */
  readonly fontFaces: string;
  /** Serves a document while `use` runs; it is told the addresses of the page and of its style sheet. */
  readonly serveWhile: <Value>(
    make: (stylePath: string) => PrintDocument,
    use: (address: string) => Promise<Value>,
  ) => Promise<Value>;
};

/** Opens the session; `assets` is the folder of the built window, which holds the typefaces. */
export function openPrintSession(assets: string): PrintSession {
  const documents = new Map<string, PrintDocument>();
  const fonts = bundledFonts(assets);
  session.fromPartition(PRINT_PARTITION).protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const [, token = '', file = ''] = pathname.split('/');
    const document = host === 'print' ? documents.get(token) : undefined;
    if (document === undefined) return new Response(null, { status: 404 });
    if (file === 'page.html') return answer(document.html, 'text/html; charset=utf-8');
    if (file === 'page.css') return answer(document.css, 'text/css; charset=utf-8');
    if (!fonts.names.has(file)) return new Response(null, { status: 404 });
    return answer(new Uint8Array(readFileSync(join(assets, file))), 'font/woff2');
  });
  return {
    fontFaces: fonts.faces,
    async serveWhile(make, use) {
      const token = randomUUID();
      documents.set(token, make(`/${token}/page.css`));
      try {
        return await use(`app://print/${token}/page.html`);
      } finally {
        documents.delete(token);
      }
    },
  };
}

function answer(body: string | Uint8Array<ArrayBuffer>, contentType: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The window's own typefaces, read from its style sheet: the build gives the files new names each time. */
function bundledFonts(assets: string): {
  readonly faces: string;
  readonly names: ReadonlySet<string>;
} {
  const sheets = existsSync(assets)
    ? readdirSync(assets).filter((name) => name.endsWith('.css'))
    : [];
  const faces = sheets
    .flatMap(
      (name) => readFileSync(join(assets, name), 'utf8').match(/@font-face\s*\{[^}]*\}/gu) ?? [],
    )
    .filter((face) => /Noto S\w+ SC Variable/u.test(face))
    .map((face) => face.replace(/url\([^)]*?([\w.-]+\.woff2)["']?\)/gu, 'url($1)'));
  const names = faces.flatMap((face) => /url\(([^)]*)\)/u.exec(face)?.[1] ?? []);
  return { faces: faces.join('\n'), names: new Set(names) };
}
