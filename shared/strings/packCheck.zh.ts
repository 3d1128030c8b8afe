// Why a pack did not pass its check. One sentence a case.

import type { PackRefusal } from '../packs/packReport.ts';

type Detail = Readonly<Record<string, string | number>>;

export const packCheckZh = {
  missing: ({ file = '' }: Detail) => `找不到 ${file}。`,
  unreadable: ({ file = '' }: Detail) => `无法读取 ${file}，请检查磁盘和读取权限。`,
  too_large: ({ file = '' }: Detail) => `${file} 过大，不是内容包，没有打开。`,
  unsigned: ({ file = '' }: Detail) => `内容包 ${file} 没有签名，没有装入。`,
  signature_malformed: ({ file = '' }: Detail) =>
    `内容包 ${file} 的签名文件不符合格式或不完整，没有装入。`,
  signature_newer: ({ file = '' }: Detail) =>
    `内容包 ${file} 的签名由更新版本的研读制作，请升级程序。`,
  key_unknown: ({ file = '', keyId = '' }: Detail) =>
    `内容包 ${file} 由不受信任的密钥 ${keyId} 签名，没有装入。`,
  signature_wrong: ({ file = '', keyName = '' }: Detail) =>
    `内容包 ${file} 的签名说明被改动过，与密钥“${keyName}”的签名不符，没有装入。`,
  staging_failed: ({ folder = '' }: Detail) => `无法在 ${folder} 中复制内容包，请检查空间和权限。`,
  disk_full: () => '磁盘空间不够，没有装入，也没有留下半个文件。请腾出空间后再试。',
  truncated: ({ file = '' }: Detail) => `内容包 ${file} 不完整，可能复制时中断，请重新复制。`,
  altered: ({ file = '' }: Detail) => `内容包 ${file} 在签名之后被改动过，没有装入。`,
  not_a_pack: ({ file = '' }: Detail) => `${file} 不是研读的内容包。`,
  journal_open: ({ file = '' }: Detail) =>
    `内容包 ${file} 不是制作完成的文件（还附有数据库日志），没有装入。`,
  layout_wrong: ({ file = '' }: Detail) => `内容包 ${file} 的文件结构与其大小不符，没有装入。`,
  format_older: ({ file = '' }: Detail) => `内容包 ${file} 的格式太旧，请发布方重新制作。`,
  format_newer: ({ file = '' }: Detail) =>
    `内容包 ${file} 由更新版本的研读制作，本版本读不了，请升级程序。`,
  schema_foreign: ({ file = '', item = '' }: Detail) =>
    `内容包 ${file} 的结构与规定不符（${item}），没有装入。`,
  damaged: ({ file = '' }: Detail) => `内容包 ${file} 的数据已损坏，没有装入。`,
  too_long: ({ file = '', item = '' }: Detail) =>
    `内容包 ${file} 的内容超过上限（${item}），没有装入。`,
  text_unsafe: ({ file = '', item = '' }: Detail) =>
    `内容包 ${file} 含有不允许的控制字符或无效文字（${item}），没有装入。`,
  content_invalid: ({ file = '', item = '' }: Detail) =>
    `内容包 ${file} 的内容不符合规定（${item}），没有装入。`,
  digest_wrong: ({ file = '' }: Detail) => `内容包 ${file} 的内容与其摘要不符，没有装入。`,
  manifest_differs: ({ file = '' }: Detail) =>
    `内容包 ${file} 与签名说明中的名称或版本不符，没有装入。`,
  timed_out: ({ file = '', seconds = '' }: Detail) =>
    `检查内容包 ${file} 超过 ${seconds} 秒，已停止，没有装入。`,
  cancelled: ({ file = '' }: Detail) => `已取消，没有装入 ${file}。`,
  crashed: ({ file = '' }: Detail) => `检查内容包 ${file} 时进程意外结束，没有装入。`,
  shipped_only: ({ file = '' }: Detail) =>
    `由管理员管理：这台电脑只使用随程序附带的内容包，没有装入 ${file}。`,
  outside_folder: ({ file = '', folder = '' }: Detail) =>
    `由管理员管理：内容包只能从文件夹 ${folder} 装入，没有装入 ${file}。`,
  updates_forbidden: ({ file = '' }: Detail) =>
    `由管理员管理：不允许更新已有的内容包，没有装入 ${file}。`,
  older: ({ file = '', label = '', seen = '' }: Detail) =>
    `内容包 ${file} 的版本 ${label} 比这台电脑用过的 ${seen} 旧，没有装入；现有内容没有改变。`,
  version_reused: ({ file = '', label = '' }: Detail) =>
    `内容包 ${file} 与已装入的 ${label} 版本号相同而内容不同，没有装入。请发布方提高版本号。`,
  folder_unwritable: ({ folder = '' }: Detail) =>
    `无法写入数据文件夹 ${folder}，没有装入；现有内容没有改变。请检查权限。`,
  briefing_unreadable: ({ file = '' }: Detail) =>
    `这个内容包现有的数据文件 ${file} 打不开，没有更新，也没有改动它。请先恢复它。`,
  unexpected: ({ file = '' }: Detail) =>
    `装入内容包 ${file} 时程序内部出错，没有装入；原有的内容和批注都在。请把日志交给管理员。`,
} satisfies Record<PackRefusal, (detail: Detail) => string>;
