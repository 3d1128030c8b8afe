import { expect, it } from 'vitest';
import { passageHtml } from '../../../../../renderer/notes/marking/passageHtml.ts';

it('quotes paragraphs as text and links the citation', () => {
  const html = passageHtml('占比<5%\n“第二段”&末', '《规划》第3段', 'yandu://open/plan/3-9');

  expect(html).toBe(
    '<blockquote><p>占比&lt;5%</p><p>“第二段”&amp;末</p></blockquote>' +
      '<p>——<a href="yandu://open/plan/3-9">《规划》第3段</a></p>',
  );
});
