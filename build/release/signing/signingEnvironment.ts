// Who signs, and with what, is said by the environment of the machine that builds; nothing of it is in the
// repository. The admin guide lists the variables.

type Environment = Readonly<Record<string, string | undefined>>;

export type WindowsSigning =
  /** Azure Artifact Signing; electron-builder reads the AZURE_* credentials itself. */
  | {
      readonly kind: 'azure';
      readonly endpoint: string;
      readonly account: string;
      readonly profile: string;
      readonly publisher: string;
    }
  /** A certificate file or store: signtool on Windows, osslsigncode elsewhere. */
  | { readonly kind: 'certificate'; readonly timestampServer: string | null };

export type SigningEnvironment = {
  readonly windows: WindowsSigning | null;
  /** True when a Developer ID and the Apple API key for notarising are named. */
  readonly apple: boolean;
  /** Fingerprint of the GPG key that signs the Linux packages and the list of checksums. */
  readonly gpgKey: string | null;
  /** Path of the project's Ed25519 release key. */
  readonly releaseKey: string | null;
  /** Path of the Ed25519 key that signs the pack that ships. */
  readonly packKey: string | null;
};

export function readSigningEnvironment(env: Environment): SigningEnvironment {
  return {
    windows: readWindows(env),
    apple:
      (has(env, 'CSC_LINK') || has(env, 'CSC_NAME')) &&
      ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].every((name) => has(env, name)),
    gpgKey: valueOf(env, 'YANDU_GPG_KEY'),
    releaseKey: valueOf(env, 'YANDU_RELEASE_KEY'),
    packKey: valueOf(env, 'YANDU_PACK_KEY'),
  };
}

/** What a release for this system still needs, a sentence each; empty when it can be signed. */
export function listMissingSigning(
  platform: NodeJS.Platform,
  { windows, apple, gpgKey, releaseKey }: SigningEnvironment,
): readonly string[] {
  const missing: string[] = [];
  if (releaseKey === null) {
    missing.push('YANDU_RELEASE_KEY names no Ed25519 key for the list of checksums.');
  }
  switch (platform) {
    case 'win32':
      if (windows === null) {
        missing.push('neither WIN_CSC_LINK nor YANDU_AZURE_ENDPOINT names a certificate.');
      } else if (windows.kind === 'certificate' && windows.timestampServer === null) {
        missing.push('YANDU_TIMESTAMP_SERVER is empty: signatures would end with the certificate.');
      }
      break;
    case 'darwin':
      if (!apple) missing.push('CSC_LINK (or CSC_NAME) and the three APPLE_API_* are not all set.');
      break;
    default:
      if (gpgKey === null) missing.push('YANDU_GPG_KEY names no key for the packages.');
  }
  return missing;
}

/** What electron-builder is told beside electron-builder.yml. */
export function builderSigningArgs(
  platform: NodeJS.Platform,
  { windows }: SigningEnvironment,
): readonly string[] {
  switch (windows?.kind) {
    case undefined:
      return [];
    case 'azure':
      return [
        `-c.win.azureSignOptions.endpoint=${windows.endpoint}`,
        `-c.win.azureSignOptions.codeSigningAccountName=${windows.account}`,
        `-c.win.azureSignOptions.certificateProfileName=${windows.profile}`,
        `-c.win.azureSignOptions.publisherName=${windows.publisher}`,
      ];
    case 'certificate':
      return [
        ...(windows.timestampServer === null
          ? []
          : [`-c.win.signtoolOptions.rfc3161TimeStampServer=${windows.timestampServer}`]),
        ...(platform === 'win32'
          ? []
          : ['-c.win.signtoolOptions.sign=./build/release/signing/signWindows.ts']),
      ];
  }
}

function readWindows(env: Environment): WindowsSigning | null {
  const [endpoint, account, profile, publisher] = [
    ...['YANDU_AZURE_ENDPOINT', 'YANDU_AZURE_ACCOUNT', 'YANDU_AZURE_PROFILE', 'YANDU_PUBLISHER'],
  ].map((name) => valueOf(env, name));
  if (endpoint && account && profile && publisher) {
    return { kind: 'azure', endpoint, account, profile, publisher };
  }
  if (!has(env, 'WIN_CSC_LINK') && !has(env, 'CSC_LINK')) return null;
  return { kind: 'certificate', timestampServer: valueOf(env, 'YANDU_TIMESTAMP_SERVER') };
}

function has(env: Environment, name: string): boolean {
  return valueOf(env, name) !== null;
}

function valueOf(env: Environment, name: string): string | null {
  const value = env[name];
  return value === undefined || value === '' ? null : value;
}
