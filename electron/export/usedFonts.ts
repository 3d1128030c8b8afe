import type { WebContents } from 'electron';
import { z } from 'zod';

const rootSchema = z.object({ root: z.object({ nodeId: z.int() }) });
const nodesSchema = z.object({ nodeIds: z.array(z.int()) });
const fontsSchema = z.object({
  fonts: z.array(
    z.object({ familyName: z.string(), glyphCount: z.number(), isCustomFont: z.boolean() }),
  ),
});
/** The engine looks two levels below the element it is asked about: these reach every text of a page. */
const textElements =
  'article > *, blockquote > *, th, td, .footnotes > *, .page-number:last-of-type';

export type UsedFont = {
  readonly name: string;
  /** True for the program's own typefaces, which stand in where the machine has none. */
  readonly isBundled: boolean;
};

/** Typefaces a page is set in, most used first. Asks the window: the PDF names them in ways of its own. */
export async function usedFonts(contents: WebContents): Promise<readonly UsedFont[]> {
  contents.debugger.attach('1.3');
  const send = (method: string, parameters?: object): Promise<unknown> =>
    contents.debugger.sendCommand(method, parameters);
  try {
    await send('DOM.enable');
    await send('CSS.enable');
    const { root } = rootSchema.parse(await send('DOM.getDocument', { depth: 1 }));
    const { nodeIds } = nodesSchema.parse(
      await send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: textElements }),
    );
    const answers = await Promise.all(
      nodeIds.map((nodeId) => send('CSS.getPlatformFontsForNode', { nodeId })),
    );
    return sumUp(answers.flatMap((answer) => fontsSchema.parse(answer).fonts));
  } finally {
    contents.debugger.detach();
  }
}

function sumUp(fonts: z.infer<typeof fontsSchema>['fonts']): readonly UsedFont[] {
  const glyphs = new Map<string, number>();
  const bundled = new Set<string>();
  for (const { familyName, glyphCount, isCustomFont } of fonts) {
    // A variable typeface is named after its lightest weight.
    const name = isCustomFont ? familyName.replace(/ (?:Thin|ExtraLight|Light)$/u, '') : familyName;
    glyphs.set(name, (glyphs.get(name) ?? 0) + glyphCount);
    if (isCustomFont) bundled.add(name);
  }
  return [...glyphs]
    .toSorted(([, one], [, other]) => other - one)
    .map(([name]) => ({ name, isBundled: bundled.has(name) }));
}
