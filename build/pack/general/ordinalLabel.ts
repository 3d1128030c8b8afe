const ORDINAL_LABEL =
  /^(?:附件|附录|附表|专题|学习内容|专栏|议题)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[：:]?$/u;

/** True for 附件 1, 学习内容 2, 专题三: a line that numbers the title on the lines below it. */
export function isOrdinalLabel(text: string): boolean {
  return ORDINAL_LABEL.test(text);
}
