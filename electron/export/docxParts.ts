// Parts of a Word file that the library has no options for: mirrored margins, and the names under which
// systems know the typefaces, so that a reader without 仿宋_GB2312 gets 仿宋 and not a Latin face.

import { fontStacks } from '../../shared/handout/fontStacks.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** `word/settings.xml`: two-sided pages, Word 2013 and later, punctuation kept at full width. */
export const docxSettings = `${declaration}
<w:settings xmlns:w="${namespace}"><w:mirrorMargins/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** `word/fontTable.xml`: each first name with its system name beside it. */
export function docxFontTable(): string {
  const fonts = Object.values(fontStacks).map(([name, ...others]) => {
    const other = others.find((candidate) => /^\p{Script=Han}+$/u.test(candidate));
    const alternative = other ? `<w:altName w:val="${other}"/>` : '';
    return `<w:font w:name="${name}">${alternative}<w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`;
  });
  return `${declaration}
<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}
