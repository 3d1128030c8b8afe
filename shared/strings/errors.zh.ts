// What happened, what was kept, what to do.

import type { AppErrorCode } from '../domain/appError.ts';
import { whyBrokenZh } from './policy.zh.ts';

type Detail = Readonly<Record<string, string | number>>;

export const errorsZh = {
  input_invalid: () => '这一步的内容不符合要求，没有保存。请检查后再试。',
  sender_untrusted: () => '请求来自不受信任的页面，已拒绝。',
  unexpected: () => '程序内部出错，这一步没有完成；已保存的批注和讲义都在。请再试一次。',
  start_failed: ({ folder = '' }: Detail) =>
    `程序内部出错，未能启动；已保存的批注和讲义都在文件夹 ${folder} 里。请再启动一次；如果还是这样，请复制留存这个文件夹，并把其中 logs 里的日志交给管理员。`,
  pack_missing: ({ file = '' }: Detail) =>
    `找不到内容包 ${file}。批注没有受影响；请重新安装程序，或把内容包放回原处。`,
  pack_unreadable: ({ file = '' }: Detail) =>
    `内容包 ${file} 无法读取。请检查它所在的磁盘和读取权限。`,
  pack_truncated: ({ file = '' }: Detail) =>
    `内容包 ${file} 不完整，可能复制时中断。没有打开任何内容；请重新复制一份。`,
  pack_foreign: ({ file = '' }: Detail) => `${file} 不是研读的内容包，没有打开。`,
  pack_newer: ({ file = '' }: Detail) =>
    `内容包 ${file} 由更新版本的研读制作，本版本读不了。请升级程序后再打开。`,
  pack_altered: ({ file = '' }: Detail) =>
    `内容包 ${file} 与随程序发布的不一致，为安全起见没有打开。请重新安装程序。`,
  data_folder_unwritable: ({ folder = '' }: Detail) =>
    `无法写入数据文件夹 ${folder}，批注将无处保存，所以没有启动。请检查磁盘空间和该文件夹的权限。`,
  briefing_locked: ({ folder = '' }: Detail) =>
    `数据文件夹 ${folder} 正被另一个研读使用。请关闭它，或切换到已打开的窗口。`,
  briefing_damaged: ({ file = '' }: Detail) =>
    `数据文件 ${file} 已损坏，没有打开，也没有改动。请先复制一份留存，再恢复批注。`,
  briefing_torn: () =>
    '读数据文件时发现损坏，这一步没有完成。请关闭研读，先复制留存数据文件夹，再打开。',
  briefing_newer: ({ file = '' }: Detail) =>
    `数据文件 ${file} 由更新版本的研读保存，本版本不会改动它。请使用新版本打开。`,
  disk_full: () => '磁盘已满，这一步没有保存；此前保存的都在。请腾出空间后再试。',
  disk_failed: () =>
    '读写数据文件夹失败，这一步没有完成；此前保存的都在。请检查磁盘或 U 盘是否还连着、空间是否够用，然后再试。',
  notes_unreadable: ({ file = '' }: Detail) =>
    `本版本读不出 ${file} 里的批注，没有导出。文件没有改动；请用新版本打开它。`,
  backup_failed: ({ folder = '' }: Detail) =>
    `未能在 ${folder} 写下备份，这一步没有进行；批注都在，此前的备份也在。请检查该文件夹。`,
  backup_unsound: () => '这份备份不完整或已损坏，没有恢复，什么也没有改动。请选另一份。',
  backup_newer: () =>
    '这份备份由更新版本的研读保存，本版本不能完整恢复它，什么也没有改动。请用新版本恢复，或选另一份。',
  recovery_failed: ({ file = '' }: Detail) =>
    `恢复 ${file} 时进程意外结束，没有恢复，文件没有改动。请复制留存它，再试一次，或从空白开始。`,
  document_missing: () => '内容包里没有这份文件。',
  place_invalid: () => '这个位置不在文件之内，没有改动。',
  quote_too_long: () => '所选文字超过 20 万字，没有划线。请分段选择。',
  quote_mismatch: () => '所选文字与原文不一致，没有保存。请重新选择。',
  annotation_missing: () => '这条批注已不存在，可能已被删除。',
  tag_missing: () => '这个标签已不存在，可能已被删除或合并。',
  import_unreadable: ({ file = '' }: Detail) =>
    `${file} 不是批注文件，或内容不完整。没有导入任何批注。`,
  import_foreign: ({ file = '' }: Detail) => `${file} 的批注属于另一个内容包，没有导入。`,
  handout_missing: () => '这份讲义已不存在，可能已被删除。',
  handout_full: ({ most = '' }: Detail) =>
    `一份讲义最多 ${most} 项，没有加入，讲义没有改动。请少选一些，或另建一份讲义。`,
  export_failed: ({ file = '' }: Detail) => `没有导出 ${file}，没有留下半个文件。请换个位置再试。`,
  export_cancelled: () => '已取消导出。',
  export_target_busy: ({ file = '' }: Detail) =>
    `${file} 正被其他程序打开，没有覆盖。请关闭它，或换个文件名。`,
  export_read_only: ({ file = '' }: Detail) =>
    `${file} 或它所在的文件夹是只读的，没有写入。请换个文件名或位置。`,
  export_disk_full: ({ file = '' }: Detail) =>
    `磁盘已满，没有导出 ${file}，没有留下半个文件；原来的文件和讲义都在。请腾出空间或换个位置。`,
  print_failed: ({ reason = '' }: Detail) =>
    `没有打印${reason === '' ? '' : `（系统说：${reason}）`}，讲义没有改动。请检查打印机，或先导出 PDF。`,
  print_cancelled: () => '已取消打印。',
  recheck_cancelled: () => '没有选择文件，没有核对。',
  recheck_unreadable: ({ file = '' }: Detail) =>
    `${file} 不是 Word 或网页文件，或者打不开、内容不完整，没有核对引文；文件没有改动。请选择导出的原文件。`,
  policy_broken: ({ file = '', reason = '', item = '' }: Detail) =>
    `管理策略文件 ${file} 有误（${whyBrokenZh(reason, item)}），无法得知数据应放在哪里，所以没有打开任何数据，也没有改动。请联系管理员。`,
  policy_forbids: () => '管理员不允许这样做，没有进行。如有需要，请联系管理员。',
} satisfies Record<AppErrorCode, (detail: Detail) => string>;
