// The admin's policy, said where it bites.

import { policyProblems, type PolicyProblem } from '../policy/policy.ts';

const problems: Readonly<Record<PolicyProblem, (item: string) => string>> = {
  unreadable: () => '无法读取',
  not_admin_only: () => '除管理员外还有人可以改动它',
  not_json: () => '不是完整的 JSON',
  newer: () => '由更新版本的研读规定',
  invalid: (item: string) => (item === '' ? '内容不符合规定' : `${item} 不符合规定`),
};

/** The reason in brackets; `reason` comes from an error's detail. */
export function whyBrokenZh(reason: string | number, item: string | number): string {
  const problem = policyProblems.find((known) => known === reason);
  return problem === undefined ? '' : problems[problem](String(item));
}

export const policyZh = {
  why: problems,
  managed: '由管理员管理',
  label: '管理策略',
  absent: '没有设置',
  active: (items: string) => `由管理员管理：${items}`,
  broken: (file: string, why: string) => `策略文件 ${file} 有误（${why}）`,
  notice: (file: string, why: string) =>
    `管理策略文件 ${file} 有误（${why}）。凡策略可能禁止的，现在都不允许：导出、装入内容包、更改界面语言。阅读和批注不受影响。请联系管理员。`,
  formatsManaged: (formats: string) => `由管理员管理：这份内容不允许导出为 ${formats}`,
  printManaged: '由管理员管理：这份内容不允许打印',
  packRules: {
    shippedOnly: '由管理员管理：这台电脑只使用随程序附带的内容包',
    folder: (folder: string) => `由管理员管理：内容包只能从文件夹 ${folder} 装入`,
    noUpdates: '由管理员管理：不允许更新已有的内容包',
    unsigned: '由管理员管理：未签名的内容包也可以装入',
  },
  formats: {
    docx: 'Word',
    pdf: 'PDF',
    html: '网页',
    md: 'Markdown',
    txt: '纯文本',
    jsonld: 'JSON-LD',
    print: '打印',
  },
  separator: '、',
  keys: {
    trust: '信任的密钥',
    allowUnsignedPacks: '未签名的内容包',
    packFolder: '内容包文件夹',
    packUpdates: '内容包更新',
    exportFormats: '导出格式',
    dataFolder: '数据文件夹',
    backupFolder: '备份文件夹',
    language: '界面语言',
  },
};
