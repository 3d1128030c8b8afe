import type { ExportFormat } from '../../shared/domain/handout.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { handoutFile } from '../../shared/handout/handoutFile.ts';
import { handoutMarkdown } from '../../shared/handout/handoutMarkdown.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import { handoutText } from '../../shared/handout/handoutText.ts';
import { handoutDocx } from './handoutDocx.ts';

/** A handout in any format but PDF, which needs a window; see `handoutPrinter`. Text is UTF-8. */
export async function renderHandout(
  model: HandoutModel,
  format: Exclude<ExportFormat, 'pdf'>,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return handoutDocx(model);
    case 'html':
      return Buffer.from(handoutFile(model), 'utf8');
    case 'md':
      return Buffer.from(handoutMarkdown(model), 'utf8');
    case 'txt':
      // A byte order mark and CRLF: plain text is opened by whatever the office has.
      return Buffer.from(`\ufeff${handoutText(model).replaceAll('\n', '\r\n')}`, 'utf8');
    default:
      return assertNever(format);
  }
}
