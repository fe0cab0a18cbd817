import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/storage/database.ts';
import { askAll, waitUntilIdle } from '../support/ask.ts';
import { type BotProcess, NotStartedError } from '../support/bot-process.ts';
import type { Counts } from '../support/counts.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import type { Random } from '../support/random.ts';
import { createWorld, type World } from '../support/world.ts';

const DISK_BYTES = 12 * 2 ** 20;
const FORMS_OF_EACH = 4;
const QUESTIONS = ['低保标准?', '养老机构有多少张床位'];

/** A small disk of our own, which can be filled, and broken as a kernel breaks one whose device fails. */
type Disk = {
  readonly folder: string;
  fill(): void;
  free(): void;
  /** From then on it can only be read, also by whoever has files open. */
  breakDown(): void;
  repair(): void;
  drop(): void;
};

function makeDisk(): Disk {
  const root = mkdtempSync(join(tmpdir(), 'disk-'));
  const [image, folder] = [join(root, 'image'), join(root, 'mounted')];
  const filler = join(folder, 'filler');
  const mount = () => execFileSync('mount', ['-o', 'loop', image, folder]);
  const unmount = () => execFileSync('umount', [folder]);
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, DISK_BYTES);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  mount();
  // Should the soak itself fail.
  const letGo = () => spawnSync('umount', ['--lazy', folder]);
  process.once('exit', letGo);
  return {
    folder,
    fill() {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(64 * 1_024), { flag: 'a' });
      } catch {
        // Full, which was the purpose.
      }
    },
    free: () => rmSync(filler, { force: true }),
    breakDown() {
      try {
        execFileSync('mount', ['-o', 'remount,abort', folder], { stdio: 'ignore' });
      } catch {
        // The kernel does it and says that it is not possible any more.
      }
    },
    repair() {
      unmount();
      // Status 1 says that what was wrong has been put right.
      spawnSync('fsck.ext4', ['-y', image], { stdio: 'ignore' });
      mount();
    },
    drop() {
      process.off('exit', letGo);
      unmount();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The disk with the database gets full, has room again, and breaks down so that it can only be read. */
export async function loseDisk(random: Random): Promise<Counts> {
  const canMount = process.getuid?.() === 0 && existsSync('/dev/loop-control');
  if (!canMount) {
    const world = await createWorld({ random });
    world.counts.notes.push('not tried: a disk can only be mounted by root, with loop devices');
    await world.close();
    return world.counts;
  }
  const disk = makeDisk();
  const location = { file: join(disk.folder, 'bot.sqlite') };
  const world = await createWorld({ random, place: { location, drop: async () => disk.drop() } });
  const desk = createDesk(world);
  let bot = await world.startBot();
  await handIn(desk, bot);
  await askAll(world, bot, QUESTIONS);

  disk.fill();
  await handIn(desk, bot);
  const openWhenFull = desk.open();
  await askAll(world, bot, QUESTIONS);
  disk.free();
  await desk.pressAgain(bot);

  disk.breakDown();
  const takenBefore = desk.taken();
  await handIn(desk, bot);
  if (desk.taken() > takenBefore) world.counts.broken.push('forms were taken that could not be written');
  const openWhenBroken = desk.open();
  await askAll(world, bot, QUESTIONS);
  await expectUnready(world, bot);
  await waitUntilIdle(bot);
  await bot.kill();
  world.leave(bot);
  await expectHonestStart(world);

  disk.repair();
  bot = await world.startBot();
  await desk.pressAgain(bot);
  await askAll(world, bot, QUESTIONS);
  await bot.stop();
  world.leave(bot);
  const database = await openDatabase(location);
  await desk.judge(database);
  await database.close();
  world.counts.notes.push(
    `${openWhenFull} forms refused while full, ${openWhenBroken} while it could only be read, all taken later`,
  );
  await world.close();
  return world.counts;
}

async function handIn(desk: Desk, bot: BotProcess): Promise<void> {
  await Promise.all(desk.fill([bot], FORMS_OF_EACH, () => false));
}

async function expectUnready({ counts }: World, bot: BotProcess): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${bot.healthPort}/readyz`);
  if (response.status !== 503) counts.broken.push('/readyz says ready though nothing can be written');
}

/** A bot that cannot write says so: in one line when it does not start, or in that it is not ready. */
async function expectHonestStart(world: World): Promise<void> {
  try {
    const bot = await world.startBot();
    await expectUnready(world, bot);
    await bot.stop();
    world.leave(bot);
  } catch (error) {
    if (!(error instanceof NotStartedError)) throw error;
    const faults = error.message.split('\n').filter((line) => !line.startsWith('{'));
    if (faults.length !== 1 || !faults[0]?.startsWith('storage_')) {
      world.counts.broken.push(`a bot that cannot write says: ${faults.join(' / ')}`);
    }
  }
}
