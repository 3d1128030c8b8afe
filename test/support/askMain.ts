import type { Page } from '@playwright/test';
import type { Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/channel.ts';
import type { ChannelName, Contract } from '../../shared/ipc/contract.ts';
import { fromJsonText, type JsonText } from '../../shared/ipc/jsonText.ts';

/** Those that answer in JSON. */
type TextChannel = Exclude<ChannelName, 'previewHandout'>;

/** Calls a channel of the page's bridge, past the window's own code. Throws where the page has no such channel. */
export async function askMain<Name extends TextChannel>(
  window: Page,
  name: Name,
  input: InputOf<Contract[Name]>,
): Promise<Result<OutputOf<Contract[Name]>>> {
  type Answer = JsonText<Result<OutputOf<Contract[Name]>>>;
  const text = await window.evaluate(
    ([channel, sent]) => {
      type Bridge = Readonly<Record<string, (input: unknown) => Promise<string>>>;
      const { yandu } = globalThis as unknown as { readonly yandu: Bridge };
      const call = yandu[channel];
      if (call === undefined) throw new Error(`no such channel: ${channel}`);
      return call(sent);
    },
    [name, input] as const,
  );
  return fromJsonText(text as Answer);
}
