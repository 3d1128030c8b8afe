// ECMA-376, part 1, annex A: where a WordprocessingML element demands its children in an order. Word refuses or
// mends what other programs read without a word; of each list only what a handout could need is written down.

const orders: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  pBdr: 'top left bottom right between bar',
  numPr: 'ilvl numId',
  tbl: 'tblPr tblGrid tr',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  tblBorders: 'top left start bottom right end insideH insideV',
  tblCellMar: 'top left start bottom right end',
  tr: 'tblPrEx trPr tc',
  tc: 'tcPr tbl p',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  styles: 'docDefaults latentStyles style',
  docDefaults: 'rPrDefault pPrDefault',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr',
  numbering: 'numPicBullet abstractNum num numIdMacAtCleanup',
  abstractNum: 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  num: 'abstractNumId lvlOverride',
  font: 'altName panose1 charset family notTrueType pitch sig embedRegular',
  settings:
    'view zoom mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
};

/** Children of `w:` elements that are unknown where they stand or come after a later one, as `parent>child`. */
export function misplacedElements(xml: string): readonly string[] {
  const open: { readonly name: string; place: number }[] = [];
  const misplaced: string[] = [];
  for (const [, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)w:(\w+)([^>]*)>/gu)) {
    if (slash === '/') {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const order = parent && orders[parent.name]?.split(' ');
    if (parent !== undefined && order !== undefined) {
      const place = order.indexOf(name);
      if (place < parent.place) misplaced.push(`${parent.name}>${name}`);
      parent.place = Math.max(parent.place, place);
    }
    if (!rest.endsWith('/')) open.push({ name, place: 0 });
  }
  return misplaced;
}
