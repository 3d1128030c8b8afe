import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** Asks for a pack file and installs it. */
export const [InstallPackContext, useInstallPack] =
  createRequiredContext<() => void>('install pack');
