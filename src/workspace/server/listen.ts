import type { Server } from 'node:http';

/** How many ports after the wanted one are tried. */
const ATTEMPTS = 20;

/** Listens on the loopback address at `port`, or at the next free one. Resolves with the port taken; 0 takes any. */
export async function listenFrom(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate <= port + ATTEMPTS; candidate += 1) {
    const taken = await tryListen(server, candidate);
    if (taken !== undefined) return taken;
  }
  throw new Error(`ports ${port} to ${port + ATTEMPTS} are all taken; set another one`);
}

function tryListen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
