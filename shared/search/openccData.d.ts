// opencc-js ships its dictionaries without types: one string, `繁 简` pairs parted by `|`.
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  // eslint-disable-next-line no-restricted-syntax -- the package's own form
  export default pairs;
}
