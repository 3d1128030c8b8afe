// The admin's policy, said where it bites.

import { policyProblems, type PolicyProblem } from '../policy/policy.ts';
import type { policyZh } from './policy.zh.ts';
import type { Texts } from './texts.ts';

const problems: Readonly<Record<PolicyProblem, (item: string) => string>> = {
  unreadable: () => 'it cannot be read',
  not_admin_only: () => 'others than the administrator can change it',
  not_json: () => 'it is not complete JSON',
  newer: () => 'it is for a newer version of Yandu',
  invalid: (item: string) => (item === '' ? 'an entry is not valid' : `${item} is not valid`),
};

/** The reason in brackets; `reason` comes from an error's detail. */
export function whyBrokenEn(reason: string | number, item: string | number): string {
  const problem = policyProblems.find((known) => known === reason);
  return problem === undefined ? '' : problems[problem](String(item));
}

export const policyEn = {
  why: problems,
  managed: 'Managed by your administrator',
  label: 'Policy',
  absent: 'None',
  active: (items: string) => `Managed by your administrator: ${items}`,
  broken: (file: string, why: string) => `The policy file ${file} is broken (${why})`,
  notice: (file: string, why: string) =>
    `The policy file ${file} is broken (${why}). Whatever it could forbid is not allowed now: exports, installing packs, another language. Reading and annotations are not affected. Ask your administrator.`,
  formatsManaged: (formats: string) =>
    `Managed by your administrator: this content may not be exported as ${formats}`,
  printManaged: 'Managed by your administrator: this content may not be printed',
  packRules: {
    shippedOnly: "Managed by your administrator: this computer uses the program's own pack alone",
    folder: (folder: string) =>
      `Managed by your administrator: packs are installed from the folder ${folder} alone`,
    noUpdates: 'Managed by your administrator: installed packs are not to be updated',
    unsigned: 'Managed by your administrator: packs without a signature may be installed',
  },
  formats: {
    docx: 'Word',
    pdf: 'PDF',
    html: 'web page',
    md: 'Markdown',
    txt: 'plain text',
    jsonld: 'JSON-LD',
    print: 'print',
  },
  separator: ', ',
  keys: {
    trust: 'trusted keys',
    allowUnsignedPacks: 'unsigned packs',
    packFolder: 'pack folder',
    packUpdates: 'pack updates',
    exportFormats: 'export formats',
    dataFolder: 'data folder',
    backupFolder: 'backup folder',
    language: 'language',
  },
} satisfies Texts<typeof policyZh>;
