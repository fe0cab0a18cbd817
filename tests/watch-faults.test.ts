import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

async function raise(...faults: readonly string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await run(process.execPath, ['tests/faults/support/raise-faults.ts', ...faults]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, output: stdout };
  }
}

describe('a process that watches its faults', () => {
  it('logs rejections and broken connections with a code, and goes on', async () => {
    const { code, output } = await raise('rejection', 'rejection-of-nothing', 'reset');

    expect(code).toBe(0);
    expect(output).toContain('goes on');
    expect(output).toContain('"event":"process.unhandled_rejection","code":"Error"');
    expect(output).toContain('"code":"unknown"');
    expect(output).toContain('"code":"ECONNRESET"');
  });

  it('logs a defect and ends gracefully', async () => {
    const { code, output } = await raise('defect', 'rejection');

    expect(code).toBe(1);
    expect(output).toContain('"event":"process.uncaught_exception","code":"TypeError"');
    expect(output).toContain('ended gracefully');
    expect(output).not.toContain('goes on');
  });
});
