import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two network namespaces of this kernel that reach each other and nothing else. */
export type NamespacePair = {
  /** Here the program runs. All of its routes and its resolver lead to the sink. */
  readonly app: string;
  /** Here packets are counted; nothing answers. */
  readonly sink: string;
  readonly remove: () => void;
};

/** The sink's end of the cable. */
export const sinkDevice = 'sink0';

/** Addresses of the sink that only the app's default routes lead to. */
export const beyond = { ipv4: '198.51.100.1', ipv6: '2001:db8:1::1' } as const;

/** Addresses for documentation (RFC 5737, RFC 3849): nobody has them, and here they end at the sink. */
const sinkEnd = { ipv4: '192.0.2.1', ipv6: '2001:db8::1' } as const;
const appEnd = { ipv4: '192.0.2.2', ipv6: '2001:db8::2' } as const;

const namePattern = /^yandu-(?:app|sink)-(\d+)$/;
// `ip netns exec` lays the files of a namespace's folder here over those in /etc.
const etcFolder = '/etc/netns';

/** True where the kernel has IPv6; without it there is none to count. */
export const hasIpv6 = existsSync('/proc/sys/net/ipv6');

/**
 * Makes two namespaces joined by a cable (veth), with the app's default routes and resolver at the sink.
 * Removes what a killed run left. Throws where the system refuses; then nothing is left behind.
 */
export function createNamespacePair(): NamespacePair {
  removeLeftovers();
  const app = `yandu-app-${process.pid}`;
  const sink = `yandu-sink-${process.pid}`;
  const remove = (): void => {
    for (const namespace of [app, sink]) removeNamespace(namespace);
  };
  try {
    for (const namespace of [app, sink]) {
      ip('netns', 'add', namespace);
      silenceKernel(namespace);
      ip('-n', namespace, 'link', 'set', 'lo', 'up');
    }
    const sinkSide = ['peer', 'name', sinkDevice, 'netns', sink];
    ip('-n', app, 'link', 'add', 'uplink', 'type', 'veth', ...sinkSide);
    giveAddresses(sink, 'lo', { ipv4: `${beyond.ipv4}/32`, ipv6: `${beyond.ipv6}/128` });
    giveAddresses(sink, sinkDevice, { ipv4: `${sinkEnd.ipv4}/24`, ipv6: `${sinkEnd.ipv6}/64` });
    giveAddresses(app, 'uplink', { ipv4: `${appEnd.ipv4}/24`, ipv6: `${appEnd.ipv6}/64` });
    ip('-n', sink, 'link', 'set', sinkDevice, 'up');
    ip('-n', app, 'link', 'set', 'uplink', 'up');
    ip('-n', app, 'route', 'add', 'default', 'via', sinkEnd.ipv4);
    if (hasIpv6) ip('-n', app, '-6', 'route', 'add', 'default', 'via', sinkEnd.ipv6);
    pointResolverAtSink(app);
  } catch (error) {
    remove();
    throw error;
  }
  return { app, sink, remove };
}

/**
 * How many packets of any kind (ARP, IPv4, IPv6, multicast, whatever) the sink's end of the cable has
 * received since it was made. The kernel counts, so no packet can come before a listener is ready, or be
 * dropped because one is slow.
 */
export function countPackets({ sink }: NamespacePair): number {
  const file = `/sys/class/net/${sinkDevice}/statistics/rx_packets`;
  return Number(ip('netns', 'exec', sink, 'cat', file));
}

// Without this the kernel itself looks for neighbours and routers and makes up addresses.
function silenceKernel(namespace: string): void {
  if (!hasIpv6) return;
  const settings = {
    ...{ accept_ra: 0, autoconf: 0, router_solicitations: 0, dad_transmits: 0 },
    addr_gen_mode: 1,
  };
  const folder = '/proc/sys/net/ipv6/conf/default';
  for (const [name, value] of Object.entries(settings)) {
    ip('netns', 'exec', namespace, 'sh', '-c', `echo ${value} > ${folder}/${name}`);
  }
}

function giveAddresses(
  namespace: string,
  device: string,
  { ipv4, ipv6 }: { readonly ipv4: string; readonly ipv6: string },
): void {
  ip('-n', namespace, 'address', 'add', ipv4, 'dev', device);
  if (hasIpv6) ip('-n', namespace, 'address', 'add', ipv6, 'dev', device, 'nodad');
}

// nsswitch.conf too: on many desktops a look-up goes through a socket to a daemon outside the namespace,
// where it would not be seen.
function pointResolverAtSink(namespace: string): void {
  const folder = join(etcFolder, namespace);
  mkdirSync(folder, { recursive: true });
  const resolver = `nameserver ${sinkEnd.ipv4}\noptions timeout:1 attempts:1\n`;
  writeFileSync(join(folder, 'resolv.conf'), resolver);
  if (existsSync('/etc/nsswitch.conf')) {
    writeFileSync(
      join(folder, 'nsswitch.conf'),
      'passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n',
    );
  }
}

function removeLeftovers(): void {
  const names = ip('netns', 'list').split('\n');
  for (const line of names) {
    const name = line.split(' ')[0] ?? '';
    const owner = namePattern.exec(name)?.[1];
    if (owner !== undefined && !existsSync(`/proc/${owner}`)) removeNamespace(name);
  }
}

/** Ends what still runs in the namespace, which we started, then removes it. */
function removeNamespace(namespace: string): void {
  const running = spawnSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' });
  for (const pid of running.stdout.split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  spawnSync('ip', ['netns', 'delete', namespace], { stdio: 'ignore' });
  rmSync(join(etcFolder, namespace), { recursive: true, force: true });
  // Stays where somebody else's namespaces have their files.
  if (existsSync(etcFolder) && readdirSync(etcFolder).length === 0) {
    rmSync(etcFolder, { recursive: true });
  }
}

function ip(...args: readonly string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
