// Typefaces of a handout, first as Chinese offices have them, then as systems ship them, last the bundled ones.
// The first name goes into Word files, the whole list into pages.

export type TypeRole = 'title' | 'hei' | 'kai' | 'fangsong' | 'song';

const serif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC Variable'] as const;
const sans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC Variable'] as const;

export const fontStacks: Readonly<Record<TypeRole, readonly [string, ...string[]]>> = {
  title: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '华文中宋',
    'STZhongsong',
    '宋体',
    'SimSun',
    ...serif,
  ],
  hei: ['黑体', 'SimHei', 'STHeiti', ...sans],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti', 'AR PL UKai CN', ...serif],
  fangsong: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong', ...serif],
  song: ['宋体', 'SimSun', 'STSong', ...serif],
};
