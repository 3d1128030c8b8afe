// How a syllable may be typed. Exactly, or as speakers of many regions hear it: the fuzzy readings that
// Chinese input methods offer too.

/** Initials that are taken for each other. */
const initialPairs = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
] as const;

/** The syllable with its other initial; only itself where there is none. */
function swapInitial(syllable: string): readonly string[] {
  for (const [one, other] of initialPairs) {
    if (syllable.startsWith(one)) return [syllable, `${other}${syllable.slice(one.length)}`];
    if (syllable.startsWith(other)) return [syllable, `${one}${syllable.slice(other.length)}`];
  }
  return [syllable];
}

/** an for ang, en for eng, in for ing, and back. */
function swapNasal(syllable: string): readonly string[] {
  if (/[aei]ng$/.test(syllable)) return [syllable, syllable.slice(0, -1)];
  return /[aei]n$/.test(syllable) ? [syllable, `${syllable}g`] : [syllable];
}

/** u for ü (which is typed v) after n and l; ü for the u after j, q, x and y, which is one. */
function swapVowel(syllable: string): readonly string[] {
  if (/^[nl]ve?$/.test(syllable)) return [syllable, syllable.replace('v', 'u')];
  return /^(?:[nl]ue?$|[jqxy]u)/.test(syllable)
    ? [syllable, syllable.replace('u', 'v')]
    : [syllable];
}

/** The whole syllable and its initial; zh, ch and sh are typed with one letter or two. */
function waysToType(syllable: string): readonly string[] {
  const initial = syllable.slice(0, 1);
  return /^[zcs]h/.test(syllable) ? [syllable, syllable.slice(0, 2), initial] : [syllable, initial];
}

export type Spellings = {
  /** The syllable and, where readings may be fuzzy, all that is taken for it. */
  readonly variants: readonly string[];
  /** All that stands for the whole syllable: the variants and their initials. */
  readonly ways: readonly string[];
};

/** Chinese has some four hundred syllables. */
const exact = new Map<string, Spellings>();
const fuzzy = new Map<string, Spellings>();

/** How a syllable may be typed. */
export function listSpellings(syllable: string, isFuzzy: boolean): Spellings {
  const known = isFuzzy ? fuzzy : exact;
  const before = known.get(syllable);
  if (before !== undefined) return before;
  const variants = isFuzzy
    ? swapInitial(syllable).flatMap(swapNasal).flatMap(swapVowel)
    : [syllable];
  const spellings = { variants, ways: [...new Set(variants.flatMap(waysToType))] };
  known.set(syllable, spellings);
  return spellings;
}

/** First letters that are taken for this one, itself first. */
export function listFirstLetters(letter: string, isFuzzy: boolean): readonly string[] {
  if (!isFuzzy) return [letter];
  if (letter === 'n') return ['n', 'l'];
  return letter === 'l' ? ['l', 'n'] : [letter];
}
