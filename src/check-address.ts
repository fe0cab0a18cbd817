import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import { inBothLanguages } from './in-both-languages.ts';

export type Address = { readonly host: string; readonly port: number };

/** The variables an address comes from, for what to do about it. */
export type AddressVariables = { readonly host: string; readonly port: string };

/** Checks every address the bot will listen at. Throws like `checkAddress`. */
export async function checkAddresses({ slack, http, health }: Pick<Config, 'slack' | 'http' | 'health'>) {
  if (slack.transport.kind === 'http') await checkAddress(http, { host: 'HOST', port: 'PORT' });
  if (health) await checkAddress(health, { host: 'HEALTH_HOST', port: 'HEALTH_PORT' });
}

/**
 * Listens at an address for a moment, to say at once what would otherwise come to light after seconds of building
 * knowledge. Port 0 is any free one.
 *
 * @throws AppError `address_unavailable` naming host and port and what to do.
 */
export async function checkAddress(address: Address, variables: AddressVariables): Promise<void> {
  try {
    await listenBriefly(address);
  } catch (cause) {
    throw new AppError('address_unavailable', describeFailure(cause, address, variables), { cause });
  }
}

function listenBriefly({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}

function describeFailure(cause: unknown, { host, port }: Address, variables: AddressVariables): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const place = `cannot listen on ${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return inBothLanguages(
        `${place}: another process has port ${port}; stop that process, or set ${variables.port} to a free one`,
        `端口 ${port} 已被别的程序占用，请停下它，或把 ${variables.port} 改成空着的端口`,
      );
    case 'EACCES':
      return inBothLanguages(
        `${place}: this user may not use port ${port}; set ${variables.port} to one above 1023`,
        `没有权限用端口 ${port}，请把 ${variables.port} 改成大于 1023 的`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return inBothLanguages(
        `${place}: ${host} is no address of this machine; set ${variables.host} to 0.0.0.0 for all of them, or 127.0.0.1`,
        `${host} 不是本机的地址，请把 ${variables.host} 改成 0.0.0.0（全部地址）或 127.0.0.1`,
      );
    default:
      return inBothLanguages(
        `${place} (${code}); check ${variables.host} and ${variables.port}`,
        `请检查 ${variables.host} 和 ${variables.port}`,
      );
  }
}
