import { BlockList, isIP } from 'node:net';
import { ConfigError } from '../config.server.ts';

/**
 * Builds the function that says where a request came from: the peer, or, when that is one of the proxies of TRUST_PROXY, who
 * the last of them says. Undefined for a peer on this machine without TRUST_PROXY: it may be a proxy that stands for everybody.
 *
 * @param trusted TRUST_PROXY: addresses or networks parted by commas; `loopback` for this machine.
 * @throws ConfigError when it is no list of addresses.
 */
export function clientAddresses(
  trusted: string | undefined,
): (peer: string | undefined, forwardedFor: string | undefined) => string | undefined {
  const proxies = trusted === undefined ? undefined : readList(trusted);
  return (peer, forwardedFor) => {
    const address = plainAddress(peer);
    if (address === undefined) return undefined;
    if (!proxies) return isIn(LOOPBACK, address) ? undefined : address;
    const hops = [...(forwardedFor?.split(',') ?? []).map(plainAddress), address];
    return hops.findLast((hop, index) => hop !== undefined && (index === 0 || !isIn(proxies, hop)));
  };
}

const LOOPBACK = readList('127.0.0.0/8,::1');

function readList(text: string): BlockList {
  const list = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts.flatMap((name) => (name === 'loopback' ? ['127.0.0.0/8', '::1'] : [name]))) {
    const [address = '', bits] = part.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const longest = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? longest : Number(bits);
    if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) {
      throw new ConfigError(`Configuration: TRUST_PROXY: not an address or network: ${part}`);
    }
    list.addSubnet(address, prefix, family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Without the IPv6 coat of an IPv4 address; undefined for what is no address. */
function plainAddress(text: string | undefined): string | undefined {
  const address = text?.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  return address === undefined || isIP(address) === 0 ? undefined : address;
}
