import { join } from 'node:path';
import { runTool } from './outsideTools.ts';

export type TestCertificate = {
  /** The key and the certificate, as a publisher keeps them. */
  readonly pfx: string;
  readonly password: string;
  /** Its own root. */
  readonly root: string;
};

/** A certificate for signing programs that is good for two days and that nobody trusts. */
export function makeTestCertificate(folder: string, name: string): TestCertificate {
  const file = (ending: string): string => join(folder, `${name}.${ending}`);
  const made = {
    pfx: file('pfx'),
    password: 'only for this test',
    root: file('pem'),
  };
  runTool('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-sha256', '-days', '2'],
    ...['-subj', `/CN=Yandu test ${name}`, '-addext', 'extendedKeyUsage=codeSigning'],
    ...['-addext', 'keyUsage=digitalSignature', '-keyout', file('key'), '-out', made.root],
  ]);
  runTool('openssl', [
    ...['pkcs12', '-export', '-inkey', file('key'), '-in', made.root, '-out', made.pfx],
    ...['-passout', `pass:${made.password}`],
  ]);
  return made;
}
