import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChannelTable } from '../../../../shared/ipc/channel.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { fromJsonText, toJsonText } from '../../../../shared/ipc/jsonText.ts';

const channels: ChannelTable = contract;

function hasJson(schema: z.ZodType): boolean {
  try {
    z.toJSONSchema(schema);
    return true;
  } catch {
    return false;
  }
}

describe('the contract', () => {
  it.each(Object.entries(channels))(
    'sends what %s answers by a way that can hold it',
    (_name, channel) => {
      expect(hasJson(channel.output)).toBe(channel.holdsBytes !== true);
    },
  );

  it.each([
    [{ ok: true, value: null }],
    [{ text: '第一行\n第二行\t“引文”\u2028𠮷', start: 0, end: -0.5 }],
    [{ half: '\ud842', nothing: '' }],
  ])('gives back %j as it was', (value) => {
    expect(fromJsonText(toJsonText(value))).toEqual(value);
  });
});
