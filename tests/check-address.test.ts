import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../src/check-address.ts';

const VARIABLES = { host: 'HOST', port: 'PORT' };

async function takePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const free = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, free };
}

describe('checkAddress', () => {
  it('names a taken port and what to do, and leaves a free one free', async () => {
    const { port, free } = await takePort();
    const address = { host: '127.0.0.1', port };

    await expect(checkAddress(address, VARIABLES)).rejects.toMatchObject({
      code: 'address_unavailable',
      message: `cannot listen on 127.0.0.1:${port}: another process has port ${port}; stop that process, or set PORT to a free one（端口 ${port} 已被别的程序占用，请停下它，或把 PORT 改成空着的端口）`,
    });

    await free();
    await checkAddress(address, VARIABLES);
    await checkAddress(address, VARIABLES);
  });

  it('names a host that is not of this machine', async () => {
    await expect(checkAddress({ host: '192.0.2.1', port: 0 }, VARIABLES)).rejects.toThrow(
      /192\.0\.2\.1 is no address of this machine; set HOST/u,
    );
  });
});
