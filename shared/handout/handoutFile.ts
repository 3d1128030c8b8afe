// The single HTML file: opens anywhere, loads nothing, runs nothing, and says so in its own policy.

import { handoutCss } from './handoutCss.ts';
import { escapeHtml, handoutHtml } from './handoutHtml.ts';
import type { HandoutModel } from './handoutModel.ts';

/** The whole file as text, to be written as UTF-8. */
export function handoutFile(model: HandoutModel): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Yandu">
<title>${escapeHtml(model.title)}</title>
<style>
${handoutCss(model)}
</style>
</head>
<body>
${handoutHtml(model)}
</body>
</html>
`;
}
