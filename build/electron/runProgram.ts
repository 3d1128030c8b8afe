import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';

export type ProgramEnd = { readonly exitCode: number; readonly output: string };

/**
 * Runs a program with its output on the terminal and answers its exit code
 * (128 when a signal ended it). A program that cannot be started throws.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 128);
    });
  });
}

/** Runs a program and keeps what it printed (both streams in one) instead of showing it. */
export function readProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? 128, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
