import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies the work tree as git would keep it: everything but what it ignores. */
export function copyCheckout(into: string): void {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const path of list.split('\0').filter((path) => path !== '')) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    cpSync(path, join(into, path));
  }
}
