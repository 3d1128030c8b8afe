// Text that would run, load or hide something wherever it were taken for more than text.

/** Each ends in a call that leaves this global behind, or names this host. */
export const HOSTILE_GLOBAL = '__wasRun';
export const HOSTILE_HOST = 'beacon.invalid';

export const hostileTexts: readonly string[] = [
  `<script>globalThis.${HOSTILE_GLOBAL}=1</script>`,
  `<img src=x onerror="globalThis.${HOSTILE_GLOBAL}=2">`,
  `"><svg/onload=globalThis.${HOSTILE_GLOBAL}=3>`,
  `</title></textarea></style><iframe srcdoc="<script>parent.${HOSTILE_GLOBAL}=4</script>"></iframe>`,
  `<a href="javascript:globalThis.${HOSTILE_GLOBAL}=5">点</a>`,
  `[链接](javascript:globalThis.${HOSTILE_GLOBAL}=6) ![图](https://${HOSTILE_HOST}/a.png)`,
  `<https://${HOSTILE_HOST}/> [x]: https://${HOSTILE_HOST}/b "y" ![][x]`,
  `<style>@import url(https://${HOSTILE_HOST}/c.css)</style><link rel=stylesheet href=//${HOSTILE_HOST}/d>`,
  `=HYPERLINK("https://${HOSTILE_HOST}/e","x") { INCLUDETEXT "file:///etc/passwd" }`,
  `<w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"/> ]]><!--`,
  `{{constructor.constructor('globalThis.${HOSTILE_GLOBAL}=7')()}} \${globalThis.${HOSTILE_GLOBAL}=8}`,
  '<meta http-equiv=refresh content="0;url=file:///etc/passwd"> &lt;b&gt; <!-- ../../x CON NUL',
];

/** All of them in one line. */
export const hostileLine = hostileTexts.join(' ');
