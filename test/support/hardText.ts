/** What no format may break on, lose or be broken by. */
export const hardText = {
  controls: '控制符\u0000\u0007\u000b\u001b\u007f之间',
  loneSurrogates: '前\ud800中\udc00后',
  rightToLeft: 'مرحبا שלום 中文 \u202eabc\u202c 完',
  emoji: '👨‍👩‍👧 🇨🇳 é 𠮷',
  markup: '<b>&amp;</b> *星* _下划_ [链](x) `码` "引" \'单\' -- ... | # ~ ^ $ \\ 1. + =',
} as const;

/** 200,000 UTF-16 units of Han text in one paragraph. */
export const longText = '加快构建新发展格局推动高质量发展'.repeat(12_500);
