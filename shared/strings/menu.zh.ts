/** The menu bar of macOS. */
export const menuZh = {
  hide: '隐藏研读',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  quit: '退出研读',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '拷贝',
  paste: '粘贴',
  selectAll: '全选',
  window: '窗口',
  minimize: '最小化',
  zoom: '缩放',
  close: '关闭',
};
