import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readProgram } from '../../build/electron/runProgram.ts';
import { sinkDevice } from './namespacePair.ts';
import type { NamespacePair } from './namespacePair.ts';

export type Capture = {
  /** Ends the recording; every packet that had arrived is in the file then. */
  readonly stop: () => Promise<void>;
};

/**
 * Records what arrives at the sink into a pcap file. It says what the counted packets were; how many
 * there were is the kernel's word (`countPackets`). Answers when tcpdump is listening.
 */
export async function startCapture({ sink }: NamespacePair, file: string): Promise<Capture> {
  const listen = ['-i', sinkDevice, '-Q', 'in', '-n', '--immediate-mode', '-U', '-Z', 'root'];
  const child = spawn('ip', ['netns', 'exec', sink, 'tcpdump', ...listen, '-w', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`tcpdump ended: ${said.trim()}`));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('listening on')) resolve();
    });
  });
  return {
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** The recorded packets as tcpdump describes them, a line each, in the order they came. */
export async function describePackets(file: string): Promise<readonly string[]> {
  const { exitCode, output } = await readProgram('tcpdump', ['-r', file, '-n']);
  if (exitCode !== 0) throw new Error(`tcpdump cannot read its recording: ${output.trim()}`);
  return output.split('\n').filter((line) => /^\d\d:\d\d:\d\d/.test(line));
}
