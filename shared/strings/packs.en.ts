import { counted } from './counted.ts';
import type { packsZh } from './packs.zh.ts';
import type { Texts } from './texts.ts';

export const packsEn = {
  title: 'Packs',
  install: 'Install a pack…',
  hint: 'Choose a .yandu file; its signature .yandu.sig must lie beside it. Your annotations and handouts stay on this computer, and neither installing nor updating loses any.',
  open: 'Open',
  isOpen: 'Open now',
  annotations: (count: number) => counted(count, 'annotation'),
  installedAt: (day: string) => `installed ${day}`,
  details: 'Signature and file',
  signer: 'Signed by',
  keyId: 'Key',
  signedAt: 'Signed at',
  validUntil: 'Valid until',
  noLimit: 'not limited',
  sha256: 'SHA-256',
  digest: 'Digest of the content',
  file: 'Data file',
  unknown: 'not recorded',
  ignored: (files: string) =>
    `These keys or folders can be changed by others than an administrator, or are no Ed25519 public keys, and were ignored: ${files}`,
  separator: ', ',
  trust: {
    shipped: 'shipped with the program',
    signed: (name: string, day: string) => `signed by ${name} on ${day}`,
    over: (name: string, day: string, until: string) =>
      `signed by ${name} on ${day}, valid until ${until}, now expired`,
    revoked: (name: string) => `the key ${name} is no longer trusted`,
    unsigned: 'not signed',
  },
  status: (label: string, trust: string) => `Pack ${label}, ${trust}`,
  installing: 'Install a pack',
  copying: (share: string) => `Copying and checking the signature, ${share}`,
  examining: 'Checking the content',
  starting: 'Checking the signature',
  cancelling: 'Cancelling',
  refused: 'Not installed',
  kept: 'What you are reading has not changed.',
  other: 'Choose another…',
  done: {
    installed: 'Pack installed',
    updated: 'Pack updated',
    known: 'This pack is installed already',
  },
  edition: (title: string, label: string) => `${title}, ${label}`,
  from: (title: string, before: string, now: string) => `${title}, ${before} → ${now}`,
  everyAnnotation: (count: number) => `All ${counted(count, 'annotation')} are there:`,
  placed: (count: number) => `${counted(count, 'stands', 'stand')} in place`,
  review: (count: number) =>
    `${counted(count, 'waits', 'wait')} for review, because the text changed`,
  unplaced: (count: number) =>
    `${counted(count, 'has', 'have')} no place in this edition; quote and note are kept`,
  noAnnotations: 'There were no annotations.',
  seeAnnotations: 'See annotations',
  added: 'New documents',
  removed: 'Documents no longer in the pack',
  changed: 'Changed documents',
  same: (count: number) =>
    count === 0 ? 'No document is the same as before.' : `${counted(count, 'document')} unchanged.`,
  fileKept: 'The data file from before the update stays as it was in the data folder.',
  overWarning: (until: string) =>
    `The publisher called it valid until ${until}, which has passed. You can still read it; look out for a new edition.`,
  directionWarning:
    'The content holds characters that turn the direction of text around; a line may not read in the order it is stored.',
} satisfies Texts<typeof packsZh>;
