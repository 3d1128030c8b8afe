// pdf.js with its worker from our own address. The worker's address passes through the one policy the
// window's CSP allows; nothing is evaluated, and no WebAssembly is loaded.

import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
};

/** Starts a worker; end it with `destroy`. */
export function startPdfWorker(): PDFWorker {
  return PDFWorker.create({ port: new Worker(trusted(workerAddress), { type: 'module' }) });
}

/** Opens a PDF from memory. The bytes go to the worker, so it gets a copy of its own. */
export function openPdf(pdf: Uint8Array, worker: PDFWorker): Promise<PDFDocumentProxy> {
  return getDocument({
    data: pdf.slice(),
    worker,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
  }).promise;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

function trusted(address: string): string {
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  // A policy's name can be taken only once.
  policy ??= trustedTypes.createPolicy('yandu-worker', { createScriptURL: (url) => url });
  return policy.createScriptURL(address);
}
