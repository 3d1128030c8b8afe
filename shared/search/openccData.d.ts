// opencc-js ships its dictionaries without types: one string, `繁 简` pairs parted by `|`.
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
