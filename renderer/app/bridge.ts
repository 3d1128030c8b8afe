import type { Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/channel.ts';
import type { ChannelName, Contract, YanduBridge } from '../../shared/ipc/contract.ts';
import { fromJsonText, type JsonText } from '../../shared/ipc/jsonText.ts';

declare global {
  // The one thing the preload puts on the window.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface merges
  interface Window {
    readonly yandu: YanduBridge;
  }
}

export type Input<Name extends ChannelName> = InputOf<Contract[Name]>;
export type Output<Name extends ChannelName> = OutputOf<Contract[Name]>;

/** Calls one channel by its name. */
export async function callBridge<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  const call: YanduBridge[Name] = window.yandu[name];
  const answer: Result<Output<Name>> | JsonText<Result<Output<Name>>> = await call(input);
  return typeof answer === 'string' ? fromJsonText(answer) : answer;
}
