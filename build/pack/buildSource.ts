import { createHash } from 'node:crypto';
import { type DocumentId, documentIdSchema } from '../../shared/domain/ids.ts';
import { type AssembledDocument, assembleDocument } from './assemble/assembleDocument.ts';
import { linkContents } from './assemble/linkContents.ts';
import type { DraftDocument } from './draft.ts';
import { applyCorrection } from './read/applyCorrection.ts';
import { decodeText, type Encoding } from './read/decodeText.ts';
import type { InputError, InputErrorReason } from './read/inputError.ts';
import type { Correction, ManifestDocument, ManifestSource } from './read/manifest.ts';
import { splitLines } from './read/splitLines.ts';
import { chooseSegmenter } from './segmenters.ts';
import { accountFor } from './text/accountFor.ts';
import { openLedger, type Removal } from './text/ledger.ts';

export type BuiltDocument = AssembledDocument & {
  readonly facts: Omit<ManifestDocument, 'status' | 'shortTitle'> & {
    readonly shortTitle: string;
    readonly status: string | null;
  };
};

export type BuiltSource = {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly origin: string;
  readonly rights: string;
  readonly text: string;
  readonly segmenter: string;
  readonly removals: readonly Removal[];
  readonly documents: readonly BuiltDocument[];
};

export type SourceResult =
  | { readonly ok: true; readonly source: BuiltSource }
  | { readonly ok: false; readonly error: InputError };

/** One source from its bytes to its documents; `corrections` are those of this file. */
export function buildSource(
  bytes: Uint8Array,
  about: ManifestSource,
  corrections: readonly Correction[],
): SourceResult {
  const refuse = (reason: InputErrorReason, detail: string): SourceResult => ({
    ok: false,
    error: { file: about.file, reason, detail },
  });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.reason, decoded.detail);
  let lines = splitLines(decoded.text);
  for (const correction of corrections) {
    const corrected = applyCorrection(lines, correction);
    if (!corrected.ok) return refuse('correction_invalid', corrected.detail);
    lines = corrected.lines;
  }
  const ledger = openLedger();
  const segmenter = chooseSegmenter(lines);
  const drafts = segmenter.segment({ lines, ledger });
  if (drafts.every((draft) => draft.segments.length === 0)) {
    return refuse('empty', 'nothing but noise');
  }
  const named = nameDocuments(drafts, about);
  if (named === null) {
    const counts = `${String(drafts.length)} found, ${String(about.documents.length)} named`;
    return refuse('documents_mismatch', counts);
  }
  const assembled = linkContents(named.map(({ id, draft }) => assembleDocument(id, draft)));
  const account = accountFor(
    decoded.text,
    assembled.map((one) => one.text),
    ledger.list(),
  );
  if (!account.ok) return refuse('unexplained_text', account.detail);
  const documents = assembled.flatMap((document, index): readonly BuiltDocument[] => {
    const facts = named[index]?.facts;
    return facts === undefined ? [] : [{ ...document, facts }];
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { file, origin, rights } = about;
  const { text, encoding } = decoded;
  const { removals } = account;
  const source = { file, sha256, encoding, origin, rights, text, removals, documents };
  return { ok: true, source: { ...source, segmenter: segmenter.name } };
}

type Named = {
  readonly id: DocumentId;
  readonly draft: DraftDocument;
  readonly facts: BuiltDocument['facts'];
};

/** What the manifest says of each draft, else what the draft found; null when the manifest names another number. */
function nameDocuments(
  drafts: readonly DraftDocument[],
  about: ManifestSource,
): readonly Named[] | null {
  if (about.documents.length > 0 && about.documents.length !== drafts.length) return null;
  const stem = about.file.replace(/\.[^.]+$/, '');
  return drafts.map((draft, index): Named => {
    const said = about.documents[index];
    const title = said?.title ?? draft.title ?? stem;
    const id = said?.id ?? derivedId(about.file, index);
    const facts = {
      id,
      role: said?.role ?? draft.role,
      title,
      shortTitle: said?.shortTitle ?? title,
      issuer: said?.issuer ?? draft.issuer ?? null,
      author: said?.author ?? draft.author ?? null,
      date: said?.date ?? draft.date ?? null,
      status: said?.status === undefined ? about.status : said.status,
    };
    return { id, draft, facts };
  });
}

function derivedId(file: string, index: number): DocumentId {
  const digest = createHash('sha256').update(file.normalize('NFC'), 'utf8').digest('hex');
  const suffix = index === 0 ? '' : `-${String(index + 1)}`;
  return documentIdSchema.parse(`d${digest.slice(0, 12)}${suffix}`);
}
