import { useAppState } from '../app/useAppState.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import { describeTrust, isTrusted } from './describeTrust.ts';
import styles from './PackTrustButton.module.css';

/** The edition that is read and who vouches for it: always in sight, the details a press away. */
export function PackTrustButton() {
  const { packs } = useStrings();
  const { pack, trust } = useAppState();
  const dispatch = useDispatch();
  const sentence = packs.status(pack.versionLabel, describeTrust(trust, packs.trust));
  return (
    <button
      type="button"
      className={styles['trust']}
      data-trusted={isTrusted(trust)}
      title={sentence}
      onClick={() => {
        dispatch({ kind: 'showDialog', dialog: 'packs' });
      }}
    >
      {sentence}
    </button>
  );
}
