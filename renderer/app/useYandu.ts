// How a pane asks main for something (`useAnswer`) and tells it to do something (`useCall`).

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import { callBridge, type Input, type Output } from './bridge.ts';
import { useAnnounce } from './useAnnounce.ts';
import { useStrings } from './useStrings.ts';

/** A failed `Result` on its way through TanStack Query, which knows failures as thrown errors only. */
export class AnswerError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'AnswerError';
    this.failure = failure;
  }
}

/** What a channel answers. */
export type Answer<Name extends ChannelName> = Output<Name>;

type AnswerOptions = {
  /** False while the question makes no sense yet. */
  readonly enabled?: boolean;
  /** Keeps the last answer on screen while the next one is on its way. */
  readonly keepPrevious?: boolean;
};

/** The answer of one channel, kept until `useInvalidate` names the channel. */
export function useAnswer<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keepPrevious = false }: AnswerOptions = {},
): UseQueryResult<Output<Name>, AnswerError> {
  return useQuery<Output<Name>, AnswerError>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(keepPrevious && { placeholderData: (previous) => previous }),
  });
}

/** Calls a channel and gives its value; a failure is thrown as `AnswerError`. */
export async function ask<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await callBridge(name, input);
  if (!result.ok) throw new AnswerError(result);
  return result.value;
}

/** Reads a document outside of rendering; what is on screen already is not asked again. */
export function useReadDocument(): (documentId: DocumentId) => Promise<DocumentContent> {
  const client = useQueryClient();
  return useCallback(
    (documentId) =>
      client.query({
        queryKey: ['getDocument', { documentId }],
        queryFn: () => ask('getDocument', { documentId }),
        staleTime: 'static',
      }),
    [client],
  );
}

type Call = <Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
) => Promise<Result<Output<Name>>>;

/** Calls a channel; a failure is already said in the status line when the result arrives. */
export function useCall(): Call {
  const announce = useAnnounce();
  const { errors } = useStrings();
  return useCallback(
    async (name, input) => {
      const result = await callBridge(name, input);
      if (!result.ok) announce(errors[result.code](result.detail));
      return result;
    },
    [announce, errors],
  );
}

/** Forgets what these channels answered, so that everything on screen asks again. */
export function useInvalidate(): (...names: readonly ChannelName[]) => void {
  const client = useQueryClient();
  return useCallback(
    (...names) => {
      for (const name of names) void client.invalidateQueries({ queryKey: [name] });
    },
    [client],
  );
}
